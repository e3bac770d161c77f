import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherShownHost } from './shown-host.ts';

describe('the host that a link shows', () => {
  it.each([
    ['https://bank.example/login', 'https://evil.example/', 'bank.example'],
    ['Please open http://www.bank.example now', 'https://evil.example/', 'bank.example'],
    ['www.bank.example', 'https://evil.example/bank.example', 'bank.example'],
    ['bank.example', 'https://evil.example/', 'bank.example'],
    ['bank.example/login?x=1', 'https://evil.example/', 'bank.example'],
    ['BANK.Example', 'https://bank.example.evil.example/', 'bank.example'],
    ['ada@bank.example', 'mailto:eve@evil.example?subject=x', 'bank.example'],
    ['https://bank.example', 'mailto:eve@evil.example', 'bank.example'],
    ['https://bank.example', 'tel:+43123', 'bank.example'],
    ['b\u200bank\u00ad.example', 'https://evil.example/', 'bank.example'],
    ['ｂａｎｋ．example', 'https://evil.example/', 'bank.example'],
    ['bänk.example', 'https://bank.example/', 'xn--bnk-qla.example'],
    ['https://bank.example@evil.example/', 'https://bank.example/', 'evil.example'],
  ])('is another for %j that leads to %s', (text, address, host) => {
    expect(otherShownHost(text, address)).toBe(host);
  });

  it.each([
    ['https://shop.example/a', 'https://shop.example/b'],
    ['www.shop.example', 'http://shop.example/'],
    ['shop.example', 'https://click.shop.example/'],
    ['help.shop.example', 'https://shop.example/'],
    ['ada@shop.example', 'mailto:ada@shop.example'],
    ['bänk.example', 'https://xn--bnk-qla.example/'],
    ['Click here', 'https://evil.example/'],
    ['It costs 3.50 e.g. today', 'https://shop.example/'],
    ['README.md', 'https://code.example/'],
    ['invoice.pdf', 'https://files.example/'],
    ['https://', 'https://evil.example/'],
    ['https://a&b.example', 'https://evil.example/'],
    ['', 'https://evil.example/'],
  ])('is no other for %j that leads to %s', (text, address) => {
    expect(otherShownHost(text, address)).toBeUndefined();
  });

  it('is told of any text, in characters that need no quoting', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.webUrl(), (before, after, url) => {
        for (const text of [before, `https://${before}.example${after}`, `${before}.example`, `${url}${after}`]) {
          expect(otherShownHost(text, url) ?? '').toMatch(/^[a-z0-9._-]*$/);
        }
      }),
    );
  });
});
