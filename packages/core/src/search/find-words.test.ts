import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords } from './find-words.ts';
import { searchWords } from './search-words.ts';
import { someText } from './testing/arbitrary-text.ts';

describe('findWords', () => {
  it.each([
    ['Where, where', ['Where', 'where']],
    ['a\ufb01\u00ade\u0301\u0301 b', ['a\ufb01\u00ade\u0301\u0301', 'b']],
    ['1½a', ['1½', '½a']],
    ['東京 DVD東', ['東京', 'DVD', '東']],
    ['京\u200bタワー', ['京\u200bタ', 'タワ', 'ワー']],
    ['ｶﾞﾗｽ', ['ｶﾞﾗ', 'ﾗｽ']],
    ['\u1112\u1161\u11ab\u1100', ['\u1112\u1161\u11ab\u1100']],
    [`x${'\u0301'.repeat(20)}y.`, [`x${'\u0301'.repeat(20)}y`]],
  ])('knows where the words of %j stand', (text, written) => {
    expect(findWords(text).map(({ from, to }) => text.slice(from, to))).toEqual(written);
  });

  it('finds the words of the index, each where it begins behind the one before', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const words = findWords(text);
        expect(words.map(({ word }) => word)).toEqual(searchWords(text));
        for (const [index, { word, from, to }] of words.entries()) {
          expect(from).toBeLessThan(to);
          expect(from).toBeGreaterThanOrEqual(words[index - 1]?.from ?? 0);
          expect(searchWords(text.slice(from, to)).some((one) => one.includes(word))).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
