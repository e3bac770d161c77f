import type { Body } from '../message/body.ts';

/** A space without width: it ends words, addresses and signs of markdown, and nobody sees it. */
export const gap = '\u200b';

/**
 * Writes `value` so that it reads as itself behind `before`, whatever stands around it: one line, in which nothing is
 * markdown, a link, a mention or a variable. Backticks become apostrophes, since nothing protects them within code.
 */
export function neutralValue(value: string, format: Body['format'], before: string): string {
  const line = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line === '') return '';
  const isMarkdown = format === 'markdown';
  const first = isOpenEnd.test(before) || (isMarkdown ? startsMarkdown : startsAnything).test(line) ? gap : '';
  const last = (isMarkdown ? endsMarkdown : endsAnything).test(line) ? gap : '';
  return first + (isMarkdown ? escapeMarkdown(line) : line).replace(signs, `$&${gap}`) + last;
}

function escapeMarkdown(line: string): string {
  return line
    .replaceAll('`', "'")
    .replace(/\](?=\()|&(?=#?\w{1,32};)|<(?=[a-z/!?])/gi, `$&${gap}`)
    .replace(/[\\*_[\]~]/g, '\\$&');
}

/** Mentions and mail addresses, links, variables. */
const signs = /[@＠]|\/(?=\/)|www(?=\.)|\{(?=\{)/giu;

/** What would end, behind a value, something that its first letters belong to. */
const isOpenEnd = /[@＠][^\s@＠]*$|\{[^{}\n]*$|[\\<]$/;
const startsAnything = /^\//;
const endsAnything = /\{$/;

/** Headings, lists, quotes and underlines at the beginning of a line; the address of a link. */
const startsMarkdown = /^(?:[/#>+=(.)-]|\d{1,9}[.)])/;
/** What would change a bracket right behind it. */
const endsMarkdown = /[{\]!<]$/;
