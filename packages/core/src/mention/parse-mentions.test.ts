import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionedHandles } from './mentioned-handles.ts';
import { parseMentions } from './parse-mentions.ts';

describe('parseMentions', () => {
  it.each([
    ['@ana', ['ana']],
    ['Ask @ana, @ben and @cem.', ['ana', 'ben', 'cem']],
    ['(@ana) "@ben" *@cem* _x_ @dan!', ['ana', 'ben', 'cem', 'dan']],
    ['@ana.lee @ana-lee @ana_lee', ['ana.lee', 'ana-lee', 'ana_lee']],
    ['@ana. @ben- @cem_ @dan...', ['ana', 'ben', 'cem', 'dan']],
    ['@ANA @Ana', ['ana', 'ana']],
    ['@José @jose\u0301', ['jos\u00e9', 'jos\u00e9']],
    ['@Łukasz @渡辺 @محمد @अनिल', ['łukasz', '渡辺', 'محمد', 'अनिल']],
    ['line\n@ana\n@ben', ['ana', 'ben']],
    ['😀@ana', ['ana']],
    ["@ana's turn, @ben/@cem", ['ana', 'ben', 'cem']],
    ['[see @ana](https://x.example/@ben)', ['ana']],
  ])('finds in %j', (text, handles) => {
    expect(handlesOf(text)).toEqual(handles);
  });

  it.each([
    '',
    '@',
    'x @',
    '@ x',
    '@@',
    '@@ana',
    '@.ana',
    '@-',
    'ana@example.com',
    'a.n+a%@example.com',
    '@ana@example.com',
    '@ana.lee@example.com',
    'jos\u0301@example',
    'é@ana',
    '`@ana`',
    '``a ` @ana``',
    '```\n@ana\n```',
    '```ts\nconst x = `@ana`;\n```',
    'https://x.example/@ana',
    'HTTP://x.example?u=@ana',
    'see www.x.example/@ana',
    '[x](/users/@ana)',
    '![x](a b @ana)',
  ])('finds nothing in %j', (text) => {
    expect(handlesOf(text)).toEqual([]);
  });

  it.each([
    ['`open @ana', ['ana']],
    ['``two` @ana', ['ana']],
    ['`a` @ana `b`', ['ana']],
    ['[x](unclosed @ana\n@ben', ['ben']],
    ['https://x.example @ana', ['ana']],
  ])('ends code and links where they end: %j', (text, handles) => {
    expect(handlesOf(text)).toEqual(handles);
  });

  const pieces = [
    '@',
    'ana',
    'é',
    '\u0301',
    '.',
    '-',
    '_',
    '`',
    '``',
    '](',
    ')',
    '\n',
    ' ',
    'www.',
    'http://',
    '😀',
    '@ana@b',
  ];

  it('loses nothing: the pieces joined are the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const segments = parseMentions(text);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        for (const segment of segments) expect(segment.text).not.toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  it('never finds a mention within a word, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        let before = '';
        for (const segment of parseMentions(parts.join(''))) {
          if (segment.kind === 'mention') expect(before).not.toMatch(/[\p{L}\p{M}\p{N}]$/u);
          before += segment.text;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  // Each of these took time in the square of its length in some parser; squared, none would end within the time-out.
  it.each([
    ['ats', '@'],
    ['unfinished addresses', 'a@'],
    ['chained addresses', '@a'],
    ['dotted handles', 'a.'],
    ['marks', '\u0301'],
    ['opened links', ']('],
    ['opened links with mentions', '](@a'],
    ['schemes', 'http:'],
    ['URLs', 'a:// '],
    ['hosts', 'www. '],
    ['backticks and spaces', '` '],
    ['pairs of backticks', '`` ` '],
  ])('reads a megabyte of %s', (_, piece) => {
    const text = `@ana.${piece.repeat(1_000_000 / piece.length)}@`;
    expect(parseMentions(text).reduce((length, segment) => length + segment.text.length, 0)).toBe(text.length);
  });

  it('reads a megabyte of backticks in runs of all lengths', () => {
    const text = Array.from({ length: 1_400 }, (_, index) => `${'`'.repeat(index + 1)} `).join('');
    expect(parseMentions(`${text}@ana`).at(-1)).toEqual({ kind: 'mention', text: '@ana', handle: 'ana' });
  });
});

describe('mentionedHandles', () => {
  it('gives each handle once, in the order of the text', () => {
    expect(mentionedHandles('@ben @ana @Ben `@cem` @ana')).toEqual(['ben', 'ana']);
  });
});

function handlesOf(text: string): string[] {
  return parseMentions(text).flatMap((segment) => (segment.kind === 'mention' ? [segment.handle] : []));
}
