import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords } from './find-words.ts';
import { matches, parseQuery, searchWords } from './search-words.ts';
import { someText } from './testing/arbitrary-text.ts';

describe('searchWords', () => {
  it.each([
    ['', []],
    ['… -- 😀!', []],
    ['Where is my order?', ['where', 'is', 'my', 'order']],
    ['again AND again', ['again', 'and', 'again']],
    ['INV-2291, inv2291', ['inv', '2291', 'inv2291']],
    ['ana.lee+shop@mail.example.com', ['ana', 'lee', 'shop', 'mail', 'example', 'com']],
    ['https://x.example/a_b?c=1', ['https', 'x', 'example', 'a', 'b', 'c', '1']],
    ["l'eau l’eau", ['l', 'eau', 'l', 'eau']],
    ['Crème brûlée, Straße', ['creme', 'brulee', 'strasse']],
    ['Привет, мир', ['привет', 'мир']],
    ['हिन्दी में', ['हिन्दी', 'में']],
    ['東', ['東']],
    ['東京タワー', ['東京', '京タ', 'タワ', 'ワー']],
    ['第3回DVD店', ['第', '3', '回', 'dvd', '店']],
    ['京都。東京', ['京都', '東京']],
    ['ｶﾞﾗｽ', ['ガラ', 'ラス']],
    ['주문을', ['주문', '문을']],
    ['주문을'.normalize('NFD'), ['주문', '문을']],
    ['ที่นี่', ['ที่นี่']],
    ['ดีมาก', ['ดีม', 'มา', 'าก']],
    ['½', ['1', '2']],
    ['a'.repeat(70), ['a'.repeat(64)]],
    ['𝒳'.repeat(70), ['x'.repeat(64)]],
    ['𐐨'.repeat(70), ['𐐨'.repeat(64)]],
    ['\u0301 a\u0301', ['a']],
  ])('of %j are %j', (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });

  it('are of letters and numbers, composed, at most 64 of them, and stay as they are', () => {
    fc.assert(
      fc.property(someText, (text) => {
        for (const word of searchWords(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*$/u);
          expect([...word].length).toBeLessThanOrEqual(64);
          expect(word.normalize('NFC')).toBe(word);
          expect(searchWords(word)).toEqual([word]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('are the same however the text is composed and cased', () => {
    fc.assert(
      fc.property(
        someText.filter((text) => !/\u0345|\p{M}{8}/u.test(text.normalize('NFD'))),
        (text) => {
          const words = searchWords(text);
          expect(searchWords(text.normalize('NFD'))).toEqual(words);
          expect(searchWords(text.normalize('NFC'))).toEqual(words);
          expect(searchWords(text.toUpperCase())).toEqual(words);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  // Squared in its length, none of these would end within the time-out.
  it.each([
    'a',
    'é',
    ' ',
    'a ',
    'é ',
    '東',
    '\u1100',
    '\u0301\u0323',
    '\u0e38\u0e48',
    'ก\u0e48',
    '\u200d\u0e48',
    '\ud83d',
  ])('reads half a megabyte of %j', (piece) => {
    expect(searchWords(`${piece.repeat(500_000 / piece.length)} end`).at(-1)).toBe('end');
  });
});

describe('parseQuery', () => {
  const exact = (...words: string[]) => words.map((word) => ({ word, prefix: false }));

  it.each([
    ['', []],
    ['  ?! ', []],
    ['order', [{ word: 'order', prefix: true }]],
    ['order ', exact('order')],
    ['order\n', exact('order')],
    ['order?', [{ word: 'order', prefix: true }]],
    ['order? ', exact('order')],
    ['or', exact('or')],
    ['ord', [{ word: 'ord', prefix: true }]],
    ['Éco', [{ word: 'eco', prefix: true }]],
    ['e\u0301c', exact('ec')],
    ['my order', [...exact('my'), { word: 'order', prefix: true }]],
    ['INV-2291', [...exact('inv'), { word: '2291', prefix: true }]],
    ['order my order', exact('order', 'my')],
    ['東京タ', exact('東京', '京タ')],
    ['ที่นี่', exact('ที่นี่')],
    ['東京tower', [...exact('東京'), { word: 'tower', prefix: true }]],
    ['a b c d e f g hhh', [...exact('a', 'b', 'c', 'd', 'e', 'f', 'g'), { word: 'hhh', prefix: true }]],
    ['a b c d e f g h iii', exact('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')],
    ['a b c d e f g a b hhh', [...exact('a', 'b', 'c', 'd', 'e', 'f', 'g'), { word: 'hhh', prefix: true }]],
    [`${' '.repeat(196)}order`, [{ word: 'orde', prefix: true }]],
    [`${'😀'.repeat(197)}order`, [{ word: 'ord', prefix: true }]],
    [`${' '.repeat(200)}order`, []],
    ['a'.repeat(300), [{ word: 'a'.repeat(64), prefix: true }]],
  ])('reads %j', (query, terms) => {
    expect(parseQuery(query)).toEqual({ terms });
  });

  it('gives at most 8 words, each once and as the index holds it, of any text', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const { terms } = parseQuery(text.repeat(3));
        expect(terms.length).toBeLessThanOrEqual(8);
        expect(new Set(terms.map(({ word }) => word)).size).toBe(terms.length);
        for (const { word } of terms) expect(searchWords(word)).toEqual([word]);
        for (const { prefix } of terms.slice(0, -1)) expect(prefix).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('matches', () => {
  it.each([
    ['invoice', 'The INVOICES of May', true],
    ['invoice ', 'The INVOICES of May', false],
    ['may invoice', 'The INVOICES of May', true],
    ['june invoice', 'The INVOICES of May', false],
    ['voice', 'The INVOICES of May', false],
    ['inv-2291', 'about INV-2291.', true],
    ['2291', 'about INV-2291.', true],
    ['example.com', 'mail to ana@example.com', true],
    ['ana@example.com', 'mail to ana@example.com', true],
    ['creme BRULEE', 'Crème brûlée', true],
    ['crème', 'creme', true],
    ['ワー', '東京タワー', true],
    ['京タワ', '東京タワー', true],
    ['タ京', '東京タワー', false],
    ['주문', '주문을 취소', true],
    ['', 'anything', false],
    ['?', '?', false],
  ])('%j in %j: %j', (query, text, isHit) => {
    expect(matches(parseQuery(query).terms, searchWords(text))).toBe(isHit);
  });

  it('finds every text by each of its words, as the index holds it', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const words = searchWords(text);
        for (const word of words) {
          for (const query of [word, `${word} `]) expect(matches(parseQuery(query).terms, words), query).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds every text by what stands in it between two spaces', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const words = searchWords(text);
        for (const written of text.split(' ')) {
          const { terms } = parseQuery(written);
          if ([...written].length <= 200) expect(terms.length === 0 || matches(terms, words), written).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds a word by each of its beginnings of 3 letters or more', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const words = searchWords(text);
        for (const { word, isPair } of findWords(text)) {
          if (isPair) continue;
          const letters = [...word];
          for (let length = 3; length < letters.length; length++) {
            const terms = [{ word: letters.slice(0, length).join(''), prefix: true }];
            expect(matches(terms, words)).toBe(true);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
