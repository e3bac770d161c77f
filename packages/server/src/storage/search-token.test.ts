import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchToken, searchTokens } from './search-token.ts';

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('a', 'A', '_', '2', 'e', '.', "'", '"', '\\', ' ', 'é', '漢', '😀'),
    maxLength: 8,
  }),
);

describe('searchToken', () => {
  it.each([
    ['invoice22', 'invoice22'],
    ['漢字', '漢字'],
    ['😀', '😀'],
    ['a.b', 'a_2eb'],
    ['_', '_5f'],
    ['Or', '_4fr'],
    ['\u0000', '_00'],
    ['\ud800', '_ud800'],
  ])('writes %j as %j', (word, token) => {
    expect(searchToken(word)).toBe(token);
  });

  it('means nothing to a query language', () => {
    fc.assert(
      fc.property(words, (word) => {
        expect(searchToken(word)).toMatch(/^[a-z0-9_\u{80}-\u{10ffff}]*$/u);
      }),
    );
  });

  it('gives different words different tokens, and keeps what is the beginning of what', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(searchToken(one) === searchToken(other)).toBe(one === other);
        expect(searchToken(one + other).startsWith(searchToken(one))).toBe(true);
        expect(searchToken(other).startsWith(searchToken(one))).toBe(other.startsWith(one));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes a long word by its beginning, and each word of a text once', () => {
    expect(searchToken('x'.repeat(900))).toBe('x'.repeat(300));
    expect(searchTokens(['b', 'a', 'b', 'a.'])).toEqual(['b', 'a', 'a_2e']);
  });
});
