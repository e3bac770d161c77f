import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, type HitSegment, highlight } from './highlight.ts';
import { matches, parseQuery, searchWords } from './search-words.ts';
import { someText } from './testing/arbitrary-text.ts';

/** Hits in square brackets. */
function marked(segments: readonly HitSegment[]): string {
  return segments.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
}

const joined = (segments: readonly HitSegment[]) => segments.map(({ text }) => text).join('');

/** A text and words, some of which it may have. */
const textAndQuery = someText.chain((text) => {
  const some = fc.subarray([...new Set(searchWords(text))]).map((words) => words.slice(0, 3).join(' '));
  return fc.tuple(
    fc.constant(text),
    fc.oneof(
      some,
      some.map((words) => words.slice(0, -1)),
      someText,
    ),
  );
});

describe('highlight', () => {
  it.each([
    ['order', 'Your ORDER, ordered', 'Your [ORDER], [ordered]'],
    ['order ', 'Your ORDER, ordered', 'Your [ORDER], ordered'],
    ['my order', 'order my', '[order] [my]'],
    ['inv-2291', 'INV-2291', '[INV]-[2291]'],
    ['creme', 'cre\u0300me!', '[cre\u0300me]!'],
    ['soft', 'so\u00adft', '[so\u00adft]'],
    ['fin', 'ﬁn', '[ﬁn]'],
    ['タワー', '東京タワー', '東京[タワー]'],
    ['京', '京 京都', '[京] 京都'],
    ['東京 dvd', '東京DVD', '[東京DVD]'],
    ['한국', '한국어'.normalize('NFD'), `[${'한국'.normalize('NFD')}]${'어'.normalize('NFD')}`],
    ['none', 'Your order', 'Your order'],
    ['', 'Your order', 'Your order'],
    ['order', '', ''],
  ])('marks %j in %j', (query, text, result) => {
    expect(marked(highlight(text, parseQuery(query).terms))).toBe(result);
  });

  it('loses nothing: the pieces joined are the text, hits and others in turn', () => {
    fc.assert(
      fc.property(textAndQuery, ([text, query]) => {
        const segments = highlight(text, parseQuery(query).terms);
        expect(joined(segments)).toBe(text);
        segments.forEach((segment, index) => {
          expect(segment.text).not.toBe('');
          expect(segment.isHit).not.toBe(segments[index - 1]?.isHit);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('marks something exactly when the text has one of the terms', () => {
    fc.assert(
      fc.property(textAndQuery, ([text, query]) => {
        const { terms } = parseQuery(query);
        const words = searchWords(text);
        const hasOne = terms.some((term) => matches([term], words));
        expect(highlight(text, terms).some(({ isHit }) => isHit)).toBe(hasOne);
      }),
      { numRuns: 1_000 },
    );
  });

  it('marks what has a term, and leaves what has none', () => {
    fc.assert(
      fc.property(textAndQuery, ([text, query]) => {
        const { terms } = parseQuery(query);
        for (const segment of highlight(text, terms)) {
          const words = searchWords(segment.text);
          if (segment.isHit) expect(terms.some((term) => matches([term], words))).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('excerpt', () => {
  const long = `${'before '.repeat(20)}the order ${'after '.repeat(20)}`;

  it.each([
    ['order', 'Your order', 30, 'Your [order]'],
    ['order', '  Your\n\n order ', 30, 'Your [order]'],
    ['order', long, 30, '…the [order] after after after…'],
    ['before ', long, 30, '[before] [before] [before] [before]…'],
    ['none', long, 30, 'before before before before…'],
    ['order', 'x '.repeat(50), 10, 'x x x x x…'],
    ['end', `${'x '.repeat(50)}end`, 12, '…x x x x [end]'],
    ['a', `a${'b'.repeat(50)} a`, 12, '…[a]'],
    ['aaa', 'a'.repeat(50), 12, '[aaaaaaaaaaa]…'],
    ['京タ', `${'東'.repeat(30)}京タ${'東'.repeat(30)}`, 12, '…東東東東[京タ]東東東東…'],
    ['none', '😀'.repeat(20), 12, '😀😀😀😀😀…'],
    ['x', `${'😀'.repeat(20)}x${'😀'.repeat(20)}`, 12, '…😀😀[x]😀😀…'],
    ['', '', 12, ''],
  ])('for %j', (query, text, length, result) => {
    expect(marked(excerpt(text, parseQuery(query).terms, length))).toBe(result);
  });

  it('is one line of the text, not too long, with a hit when there is one, without half of a pair', () => {
    const lengths = fc.integer({ min: 10, max: 60 });
    const words = fc.array(fc.constantFrom('order', 'x', '😀😀', '東京タワー', '\n', ' ', ' ', 'a'.repeat(30)), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, lengths, fc.constantFrom('order', 'x ', '京タ', 'aaa', 'none'), (words, length, query) => {
        const text = words.join('');
        const { terms } = parseQuery(query);
        const segments = excerpt(text, terms, length);
        const shown = joined(segments);
        const line = text.replace(/\s+/g, ' ').trim();
        expect(shown.length).toBeLessThanOrEqual(Math.max(length, 0));
        expect(line).toContain(shown.replace(/^…|…$/g, ''));
        expect(shown).not.toMatch(/\p{Cs}|\n/u);
        expect(shown.startsWith('…') || line.startsWith(shown.replace(/…$/, ''))).toBe(true);
        expect(shown.endsWith('…') || line.endsWith(shown.replace(/^…/, ''))).toBe(true);
        expect(segments.some(({ isHit }) => isHit)).toBe(highlight(text, terms).some(({ isHit }) => isHit));
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds its place in half a megabyte', () => {
    const text = `${'lorem ipsum 東京 '.repeat(30_000)}needle ${'é'.repeat(100_000)}`;
    expect(marked(excerpt(text, parseQuery('needle ').terms, 40))).toContain('[needle]');
  });
});
