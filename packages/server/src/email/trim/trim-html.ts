import { type HtmlPlace, sliceHtml, withoutCuts } from './cut-html.ts';
import { findHidden, findSignatureOnly } from './find-hidden.ts';
import { readHtml } from './read-html.ts';
import type { Trimmed, TrimOptions } from './trimmed.ts';

const lengthLimit = 1_000_000;

/**
 * Divides an HTML mail as `trimText` does, guided by what mail clients mark in their HTML. Both parts close what they open.
 * HTML longer than a million characters or nested more than a thousand deep stays whole. Makes nothing safe to show.
 */
export function trimHtml(html: string, { isFirst = false }: TrimOptions = {}): Trimmed {
  const whole: Trimmed = { visible: html, hidden: '', rule: 'none' };
  if (html.length > lengthLimit) return whole;
  const read = readHtml(html);
  if (!read) return whole;
  const { lines, atEnd } = read;
  const { ranges, rule } = isFirst ? findSignatureOnly(lines) : findHidden(lines);
  if (rule === 'none') return whole;
  const place = (index: number): HtmlPlace => {
    const line = lines[index];
    return line ? { at: line.start, within: line.within } : { at: html.length, within: atEnd };
  };
  const joined: (readonly [HtmlPlace, HtmlPlace])[] = [];
  for (const { from, to } of ranges) {
    const before = joined.at(-1);
    if (before && before[1].at === place(from).at) joined.splice(-1, 1, [before[0], place(to)]);
    else joined.push([place(from), place(to)]);
  }
  return {
    visible: withoutCuts(html, joined, atEnd),
    hidden: joined.map(([from, to]) => sliceHtml(html, from, to)).join(''),
    rule,
  };
}
