import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readResults } from './read-results.ts';

const read = (value: string) => {
  const { server, results } = readResults(value);
  return {
    server,
    results: results.map((each) => [each.method, each.result, Object.fromEntries(each.properties), each.comment]),
  };
};

describe('a header of results', () => {
  it.each([
    ['MX.example', 'mx.example', []],
    ['mx.example 1; none', 'mx.example', []],
    [
      'mx.example; SPF=Pass smtp.mailfrom=a@b.example',
      'mx.example',
      [['spf', 'pass', { 'smtp.mailfrom': 'a@b.example' }, '']],
    ],
    [
      'mx.example; dkim/1 = pass (good (very)) header.D = b.example;;',
      'mx.example',
      [['dkim', 'pass', { 'header.d': 'b.example' }, 'good very']],
    ],
    [
      '(a;b) mx.example (c); dmarc=fail (p=reject\\) x) header.from="b.example"',
      'mx.example',
      [['dmarc', 'fail', { 'header.from': 'b.example' }, 'p=reject) x']],
    ],
    [
      'mx.example; dkim=pass reason="a \\"b\\"; spf=pass" header.d=c.example header.d=d.example',
      'mx.example',
      [['dkim', 'pass', { reason: 'a "b"; spf pass', 'header.d': 'c.example' }, '']],
    ],
    ['', '', []],
    ['; spf=pass', '', [['spf', 'pass', {}, '']]],
    ['mx.example; spf=pass (open', 'mx.example', [['spf', 'pass', {}, 'open']]],
  ])('%j is read', (value, server, results) => expect(read(value)).toEqual({ server, results }));

  it('is read of any text, in bounded time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(typeof readResults(`mx.example; ${value}`).server).toBe('string');
      }),
    );
    for (const part of ['(', '"', ';', '=', 'a=', ' = ', '\\', 'a=b ', 'a=b;']) {
      expect(readResults(`mx.example; ${part.repeat(1_000_000)}`).results.length).toBeLessThanOrEqual(50);
    }
  });
});
