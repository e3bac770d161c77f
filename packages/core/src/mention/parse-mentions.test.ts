import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseHandle } from '../people/handle.ts';
import { parseMentions } from './parse-mentions.ts';

function handlesIn(text: string): string[] {
  return parseMentions(text).flatMap((segment) => (segment.kind === 'mention' ? [segment.handle] : []));
}

const handles = [
  'ana',
  'ana-maria',
  'ana.maria',
  'ana_m',
  'José',
  'Łukasz',
  '渡辺',
  'محمد',
  'अनिल',
  'ნინო',
  '𝒜da',
  'x1',
];

describe('parseMentions', () => {
  it.each([
    ['@ana', ['ana']],
    ['Ask @ana, @ben and @cem.', ['ana', 'ben', 'cem']],
    ['(@ana) "@ben" *@cem* _x_ @dan!', ['ana', 'ben', 'cem', 'dan']],
    ['_@ana_ __@ben__ ~~@cem~~ **_@dan_**', ['ana', 'ben', 'cem', 'dan']],
    ['[@ana] {@ben} <@cem> «@dan» 「@eva」', ['ana', 'ben', 'cem', 'dan', 'eva']],
    ['> @ana\n- @ben\n1. @cem\n# @dan', ['ana', 'ben', 'cem', 'dan']],
    ['cc:@ana cc=@ben #@cem ...@dan --@eva +@fay', ['ana', 'ben', 'cem', 'dan', 'eva', 'fay']],
    ['Done.@ana', ['ana']],
    ["@ana's turn, @ben/@cem", ['ana', 'ben', 'cem']],
    ['@ANA @Ana', ['ana', 'ana']],
    ['line\n@ana\r\n@ben', ['ana', 'ben']],
    ['＠ana （＠ben）', ['ana', 'ben']],
  ])('finds in %j', (text, found) => {
    expect(handlesIn(text)).toEqual(found);
  });

  it.each([
    ['@ana @ana-maria @ana.maria @ana_maria', ['ana', 'ana-maria', 'ana.maria', 'ana_maria']],
    ['@ana. @ana- @ana_ @ana...', ['ana', 'ana', 'ana', 'ana']],
    ['@ana--maria @ana..maria', ['ana', 'ana']],
    ['@ana\\_maria @ana\\.maria', ['ana_maria', 'ana.maria']],
    ['@ana2 @anam @anaé', ['ana2', 'anam', 'anaé']],
  ])('takes the whole handle, not one that it begins with: %j', (text, found) => {
    expect(handlesIn(text)).toEqual(found);
  });

  it.each([
    ['@Łukasz @渡辺 @محمد @अनिल @𝒜da', ['łukasz', '渡辺', 'محمد', 'अनिल', '𝒜da']],
    ['@José @jose\u0301', ['jos\u00e9', 'jos\u00e9']],
    ['@an\u200da @a\u00adna @ana\u200d, @ana\u200e', ['ana', 'ana', 'ana', 'ana']],
    ['@علی\u200cرضا', ['علیرضا']],
    ['\u200f@ana \u2068@ben\u2069 \ufeff@cem', ['ana', 'ben', 'cem']],
    ['@ana\u200bさん お願い\u200b@ben', ['ana', 'ben']],
    ['😀@ana ❤\ufe0f@ben 1\ufe0f\u20e3@cem 👩\u200d💻@dan', ['ana', 'ben', 'cem', 'dan']],
    ['@ana😀 @ben❤\ufe0f', ['ana', 'ben']],
    ['\ud83d@ana\ude00', ['ana']],
  ])('reads every script, and what is not seen: %j', (text, found) => {
    expect(handlesIn(text)).toEqual(found);
  });

  it('leaves what is not seen behind a handle to the text', () => {
    expect(parseMentions('@an\u200da\u200d,')).toEqual([
      { kind: 'mention', text: '@an\u200da', handle: 'ana' },
      { kind: 'text', text: '\u200d,' },
    ]);
  });

  it.each(['', '@', 'x @', '@ x', '@@', '@@ana', '@＠ana', '@.ana', '@-', '@\u200dana', '@\ud83d'])(
    'finds nothing in %j',
    (text) => {
      expect(handlesIn(text)).toEqual([]);
    },
  );

  it.each([
    'é@ana',
    'jose\u0301@ana',
    'a\u200d@ana',
    '渡辺@ana',
    'ana@example.com',
    'a.n+a%@example.com',
    'ana-@example.com',
    'ana_@example.com',
    'ana＠example.com',
    '@ana@example.com',
    '@ana.lee@example.com',
    '@ana+tag@example.com',
    '@ana\u200d@example.com',
    '渡辺@例え.jp',
    '<ana@example.com>',
    '<!ana!@example.com>',
    'mailto:?cc=@ana',
  ])('takes no part of a word or a mail address for a mention: %j', (text) => {
    expect(handlesIn(text)).toEqual([]);
  });

  it('takes nothing for a handle that is longer than one can be', () => {
    expect(handlesIn(`@${'e\u0301\u0302'.repeat(60)}`)).toHaveLength(1);
    expect(handlesIn(`@${'a'.repeat(301)} @${'a.'.repeat(200)}a`)).toEqual([]);
  });

  const pieces = [
    '@',
    '＠',
    'ana',
    'é',
    '\u0301',
    '\u200d',
    '.',
    '-',
    '_',
    '`',
    '``',
    '~~~',
    '[',
    '](',
    ')',
    '<',
    '\n',
  ];
  const morePieces = ['    ', ' ', '> ', '- ', 'www.', 'http://', '😀', '\ud83d', '@ana@b', '\\', '[r]: /u', 'x.de/'];
  const jumble = fc.array(fc.constantFrom(...pieces, ...morePieces), { maxLength: 40 }).map((parts) => parts.join(''));

  it('loses nothing: the pieces joined are the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), jumble), (text) => {
        const segments = parseMentions(text);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        for (const segment of segments) expect(segment.text).not.toBe('');
      }),
      { numRuns: 1_000 },
    );
  });

  it('never finds a mention within a word, whatever stands around it', () => {
    fc.assert(
      fc.property(jumble, (text) => {
        let before = '';
        for (const segment of parseMentions(text)) {
          if (segment.kind === 'mention') expect(before).not.toMatch(/[\p{L}\p{N}][\p{Mn}\p{Mc}\u200d]*$/u);
          before += segment.text;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  // Signs that begin no code, no link and no URL, and no letters, of which other words would be made.
  const sign = fc
    .integer({ min: 0, max: 0x10ffff })
    .map((point) => String.fromCodePoint(point))
    .filter((one) => !/[\p{L}\p{M}\p{N}\p{Cf}\p{Cs}`~[\]<>@＠\\\t]/u.test(one));
  const aroundIt = fc.oneof(
    sign,
    fc.constantFrom('', ' ', '\n', '(', ')', '**', '_', ', ', '. ', '! ', '\u200b', '😀'),
  );

  it('finds every handle that stands alone, whatever surrounds it', () => {
    const word = fc.constantFrom('', 'See ', 'a\n\nb ', '@ben ', 'Müller: ');
    fc.assert(
      fc.property(word, aroundIt, fc.constantFrom(...handles), aroundIt, word, (first, before, handle, after, last) => {
        expect(handlesIn(`${first}${before}@${handle}${after} ${last}`)).toContain(normaliseHandle(handle));
      }),
      { numRuns: 1_000 },
    );
  });

  it('tells handles apart that are prefixes of each other', () => {
    const some = fc.array(fc.constantFrom(...handles), { minLength: 1, maxLength: 12 });
    const between = fc.constantFrom(' ', ', ', '. ', '\n', '/', ' and ', ') (', '… ');
    fc.assert(
      fc.property(some, between, (written, separator) => {
        const text = written.map((handle) => `@${handle}`).join(separator);
        expect(handlesIn(text)).toEqual(written.map(normaliseHandle));
      }),
      { numRuns: 1_000 },
    );
  });

  // Each of these took time in the square of its length in some parser; squared, none would end within the time-out.
  it.each([
    ['ats', '@'],
    ['unfinished addresses', 'a@'],
    ['chained addresses', '@a'],
    ['mentions on lines', '@a\n\n'],
    ['dotted handles', 'a.'],
    ['marks', '\u0301'],
    ['joiners', '\u200d'],
    ['backticks', '`'],
    ['backticks and spaces', '` '],
    ['pairs of backticks', '`` ` '],
    ['fences', '```\n'],
    ['opening brackets', '['],
    ['closed brackets', '[]'],
    ['opened links', ']('],
    ['opened links with mentions', '](@a'],
    ['opened titles', '[a](b "c'],
    ['opened targets', '[a]((('],
    ['definitions', '[a]: /b\n\n[a]'],
    ['angles', '<'],
    ['opened autolinks', '<a:'],
    ['spaces', ' '],
    ['tabs', '\t'],
    ['lines', '\n'],
    ['quotes', '> '],
    ['lists in lists', '- '],
    ['underlines', '=\n'],
    ['schemes', 'http:'],
    ['URLs', 'a:// '],
    ['hosts', 'a.bc/ '],
  ])('reads a megabyte of %s', (_, piece) => {
    const text = `@ana.${piece.repeat(1_000_000 / piece.length)}@`;
    expect(parseMentions(text).reduce((length, segment) => length + segment.text.length, 0)).toBe(text.length);
  });

  it.each([
    ['backticks in runs of all lengths', Array.from({ length: 1_400 }, (_, index) => '`'.repeat(index + 1)).join(' ')],
    ['backticks before a long line', `${'`'.repeat(500_000)}${'a'.repeat(500_000)}\``],
    ['brackets in brackets', `[a]: /b\n\n${'['.repeat(500_000)}${']'.repeat(500_000)}`],
    ['spaces in a definition', `[a]:${' '.repeat(1_000_000)}b c`],
    ['blank lines in nested lists', `${'- '.repeat(31)}a${'\n'.repeat(1_000_000)}`],
  ])('reads a megabyte of %s', (_, text) => {
    expect(parseMentions(`${text}\n\n@ana`).at(-1)).toEqual({ kind: 'mention', text: '@ana', handle: 'ana' });
  });
});
