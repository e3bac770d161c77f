import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxCopies, takeCopies } from './take-copies.ts';

describe('further addresses of a reply', () => {
  it('are kept as they are compared, each once', () => {
    expect(takeCopies([' Lee@Example.org', 'kim+a@mail.example.co.uk', 'lee@example.org'], 'cc')).toEqual({
      ok: true,
      value: ['lee@example.org', 'kim+a@mail.example.co.uk'],
    });
    expect(takeCopies(['ülrich@bücher.example'], 'cc')).toMatchObject({ ok: true });
    expect(takeCopies([], 'bcc')).toEqual({ ok: true, value: [] });
  });

  it.each([
    '',
    'lee',
    'lee@',
    '@example.org',
    'lee@localhost',
    'a b@example.org',
    'lee@example.org, kim@example.org',
    'lee@example.org\r\nBcc: kim@example.org',
    'lee\n@example.org',
    'Lee <lee@example.org>',
    '"lee"@example.org',
    'lee@exam ple.org',
    'lee@example..org',
    'lee@example.org.',
    'lee@.example.org',
    'lee\u0000@example.org',
    'lee\u202e@example.org',
    'lee@kim@example.org',
    `${'x'.repeat(65)}@example.org`,
    `lee@${'x.'.repeat(160)}org`,
  ])('that are none are refused by their place: %j', (address) => {
    const refused = { ok: false, refusal: { code: 'address-invalid', path: 'bcc.1' } };
    expect(takeCopies(['kim@example.org', address], 'bcc')).toEqual(refused);
  });

  it('that are ours are refused', () => {
    const isOurs = (address: string) => address.endsWith('@ours.example');
    expect(takeCopies(['Support@Ours.example'], 'cc', isOurs)).toEqual({
      ok: false,
      refusal: { code: 'address-invalid', path: 'cc.0' },
    });
  });

  it('are not more than so many', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `lee${index}@example.org`);
    expect(takeCopies(many(maxCopies), 'cc')).toMatchObject({ ok: true });
    expect(takeCopies(many(maxCopies + 1), 'cc')).toEqual({
      ok: false,
      refusal: { code: 'address-invalid', path: 'cc' },
    });
  });

  it('break no header and no envelope, whatever is given', () => {
    const pieces = fc.constantFrom('a', '@', '.', 'example.org', '\r', '\n', ' ', '<', '>', ',', ';', ':', '\u0000');
    const address = fc.array(pieces, { maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(address, (given) => {
        const taken = takeCopies([given], 'cc');
        if (!taken.ok) return;
        expect(taken.value).toHaveLength(1);
        expect(taken.value[0]).toMatch(/^[^\s<>,;:@\p{Cc}]+@[^\s<>,;:@\p{Cc}]+\.[^\s<>,;:@\p{Cc}]+$/u);
      }),
      { numRuns: 1_000 },
    );
  });
});
