import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { isInOrder } from './testing/arbitrary-mail.ts';
import { htmlReplies, wholeHtml } from './testing/html-replies.ts';
import { trimHtml } from './trim-html.ts';

const divided = '<p>Yes.</p><div class="gmail_quote">Now?</div>';

describe('trimHtml', () => {
  it.each(htmlReplies)('divides a reply of $client', ({ html, words, rule }) => {
    const trimmed = trimHtml(html);
    expect({ words: shown(trimmed.visible).trim(), rule: trimmed.rule }).toEqual({ words, rule });
    expect([...lettersOf(trimmed.visible), ...lettersOf(trimmed.hidden)].sort()).toEqual([...lettersOf(html)].sort());
    expect(unclosed(trimmed.visible)).toEqual([]);
    expect(unclosed(trimmed.hidden)).toEqual([]);
  });

  it.each(Object.entries(wholeHtml))('leaves %s whole', (_, html) => {
    expect(trimHtml(html)).toEqual({ visible: html, hidden: '', rule: 'none' });
  });

  it('keeps the elements around what it cuts out of the middle', () => {
    const html =
      '<table><tr><td style="color:red"><p>Hello <div class="gmail_quote"><i>Which day?</i></div><p>Ada</td></tr></table>';
    const { visible, hidden } = trimHtml(html);
    expect(visible).toContain('<td style="color:red">');
    expect(hidden).toContain('<td style="color:red">');
    expect([shown(visible), shown(hidden)]).toEqual(['Hello Ada', 'Which day?']);
    expect(unclosed(visible)).toEqual([]);
  });

  it('closes what its sender left open', () => {
    const { visible } = trimHtml('<div><b>Tuesday.<div class="gmail_quote">Which day?');
    expect(visible).toBe('<div><b>Tuesday.</b></div>');
  });

  it('reads past styles, scripts and titles', () => {
    const html =
      '<html><head><title>On Mon</title><style>p{color:red}</style><body><p>Yes.</p><div class="gmail_quote">Now?</div>';
    expect(shown(trimHtml(html).visible.replace(/<(title|style)>.*?<\/\1>/gu, ''))).toBe('Yes.');
  });

  it.each([
    ['300,000 nested elements', `${divided}${'<div>'.repeat(300_000)}`],
    ['150,000 nested elements below the limit of length', `${divided}${'<div>'.repeat(150_000)}`],
    ['more than a million characters', `<p>Yes.</p><div class="gmail_quote">${'No. '.repeat(300_000)}</div>`],
  ])('leaves %s whole', (_, html) => {
    expect(trimHtml(html)).toEqual({ visible: html, hidden: '', rule: 'none' });
  });

  it.each([
    ['<br>'],
    ['<p>'],
    ['</p>'],
    ['<'],
    ['&amp;'],
    ['<img>'],
    ['<!--'],
    ['<td>From: '],
    ['<blockquote>a</blockquote>b'],
  ])('reads a megabyte of %j to the end', (part) => {
    const html = `<p>Yes.</p>${part.repeat(Math.floor(990_000 / part.length))}`;
    const { visible, hidden } = trimHtml(html);
    expect([lettersOf(visible).length + lettersOf(hidden).length]).toEqual([lettersOf(html).length]);
  });

  it('keeps every word, in order, in one of two parts that close what they open', () => {
    fc.assert(
      fc.property(arbitraryHtml, (html) => {
        const { visible, hidden, rule } = trimHtml(html);
        const words = lettersOf(html);
        expect([...lettersOf(visible), ...lettersOf(hidden)].sort()).toEqual([...words].sort());
        expect(isInOrder(lettersOf(visible), words) && isInOrder(lettersOf(hidden), words)).toBe(true);
        expect(shown(visible).trim() !== '' || /<img/.test(visible) || words.length === 0).toBe(true);
        if (rule !== 'none') expect([...unclosed(visible), ...unclosed(hidden)]).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('adds nothing when it reads what is visible again', () => {
    fc.assert(
      fc.property(arbitraryHtml, (html) => {
        const once = trimHtml(html).visible;
        expect(isInOrder(lettersOf(trimHtml(once).visible), lettersOf(once))).toBe(true);
      }),
    );
  });

  it('keeps an answer above any reply that it knows', () => {
    const known = htmlReplies.map(({ html }) =>
      html.slice(html.search(/<(?:div|hr)[^>]*(?:quot|Rply|DIVIDER|reference)/u)),
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z][a-z]{2,9}( [a-z]{2,9}){0,6}[.!]$/),
        fc.constantFrom(...known),
        (words, quote) => {
          expect(shown(trimHtml(`<p>${words}</p>${quote}`).visible)).toContain(words);
        },
      ),
    );
  });
});

const piece = fc.oneof(
  fc.stringMatching(/^[A-Za-z]{1,9}( [A-Za-z]{1,9}){0,4}[.:]?$/).map((text) => ` ${text} `),
  fc.constantFrom(
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<br>',
    '<b>',
    '</b>',
    '<blockquote>',
    '</blockquote>',
    '<td>',
    '&amp;',
    '&lt;',
  ),
  fc.constantFrom(
    '<div class="gmail_quote">',
    '<div id="Signature">',
    '<div id="appendonsend"></div>',
    '<img>',
    '<hr>',
    ' > ',
  ),
  fc.constantFrom(
    ' On 4 Mar 2024, at 09:12, Noor &lt;noor@example.org> wrote: ',
    ' -----Original Message----- ',
    '</body>',
  ),
  fc.constantFrom(...htmlReplies.map(({ html }) => html)),
);
const arbitraryHtml = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

function shown(html: string): string {
  let text = '';
  const parser = new Parser({ ontext: (part) => (text += part) });
  parser.end(html);
  return text;
}

function lettersOf(html: string): readonly string[] {
  return [...shown(html).replace(/\s/gu, '')];
}

/** What is still open at the end. */
function unclosed(html: string): readonly string[] {
  const open: string[] = [];
  const parser = new Parser({ onopentagname: (name) => open.push(name), onclosetag: () => open.pop() });
  parser.write(html);
  return [...open];
}
