import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

/** The tens of thousands of ideographs and syllables have neither case nor accents. */
const isFolded = /^(?!\p{Unified_Ideograph}|[가-힣])[\p{L}\p{M}\p{N}\p{S}]/u;

describe('foldText', () => {
  it.each([
    ['ANA Ana', 'ana ana'],
    ['José jose\u0301 ÀÉÎÕÜ', 'jose jose aeiou'],
    ['Straße STRASSE STRAẞE', 'strasse strasse strasse'],
    ['Łódź Søren Ærø Đặng Œuvre', 'lodz soren aero dang oeuvre'],
    ['İstanbul ısı', 'istanbul isi'],
    ['ΟΔΟΣ οδος Ὀδυσσεύς', 'οδοσ οδοσ οδυσσευσ'],
    ['Ёлка елка', 'елка елка'],
    ['ﬁn ａｂｃ № ① ²', 'fin abc no 1 2'],
    ['ｶﾞﾗｽ ガラス', '\u30ab\u3099\u30e9\u30b9 \u30ab\u3099\u30e9\u30b9'],
    ['مُحَمَّد مـحـمـد', 'محمد محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['कि की', 'कि की'],
    ['soft\u00adhyphen zero\u200bwidth', 'softhyphen zerowidth'],
    ['می\u200cخواهم', 'میخواهم'],
    ['1\ufe0f\u20e3', '1'],
  ])('makes of %j %j', (text, folded) => {
    expect(foldText(text)).toBe(folded.normalize('NFKD'));
  });

  it('has nothing left to fold, whichever character it was', () => {
    const open: string[] = [];
    for (let code = 0; code < 0x110000; code++) {
      const character = String.fromCodePoint(code);
      if (!isFolded.test(character)) continue;
      const folded = foldText(character);
      if (foldText(folded) !== folded) open.push(code.toString(16));
    }
    expect(open).toEqual([]);
  });
});
