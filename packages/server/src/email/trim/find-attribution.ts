import { type Attribution, beginsWithDate, endsWithVerb, readAttribution } from './attribution.ts';
import type { Line } from './line.ts';
import { isReplyAboveLine } from './message-separators.ts';

const wrappedLimit = 5;

/** Where the attribution that ends with `lines[end]` starts, not before `from`; and whether a quote follows it. */
export interface FoundAttribution {
  readonly start: number;
  readonly quoteFollows: boolean;
}

/** How many characters of one mail may still be read in search of attributions: many times what mails need. */
export interface Budget {
  characters: number;
}

/** Finds the attribution that ends with `lines[end]`, be it wrapped over several lines. */
export function findAttribution(
  lines: readonly Line[],
  from: number,
  end: number,
  budget: Budget,
): FoundAttribution | undefined {
  if (budget.characters <= 0) return undefined;
  const quoteFollows = isQuoteNext(lines, end);
  const last = lines[end]?.text ?? '';
  if (!quoteFollows && !/[:：][\s*_|-]*$|-{2,}$|^\d{4}[-/]/u.test(last) && !endsWithVerb(last)) return undefined;
  let joined = '';
  let found: number | undefined;
  for (let start = end, used = 0; start >= from && used < wrappedLimit; start--) {
    const text = lines[start]?.text ?? '';
    if (text === '') {
      if (!lines[start + 1]?.text.startsWith('<')) break;
      continue;
    }
    joined = joined === '' ? text : `${text} ${joined}`;
    used++;
    budget.characters -= joined.length;
    const read: Attribution | undefined = readAttribution(joined);
    if (!read || (read === 'weak' && !quoteFollows)) continue;
    if (found !== undefined && !isDateLine(text)) continue;
    found = start;
  }
  if (found === undefined && isBeforeNotice(lines, end, joined)) found = paragraphStart(lines, from, end);
  return found === undefined ? undefined : { start: found, quoteFollows };
}

/** Where a wrapped attribution breaks, its first line is little more than a date. */
function isDateLine(text: string): boolean {
  return text.length <= 90 && /\d/u.test(text) && beginsWithDate(text) && !/[.!?]$/u.test(text);
}

function isQuoteNext(lines: readonly Line[], end: number): boolean {
  const next = nextWords(lines, end);
  return next !== undefined && (next.quoted !== false || /^\|(?!\|)/u.test(next.text) || isReplyAboveLine(next.text));
}

/** Above the line of our own notices stands an attribution, whatever its language, if it has a colon and a number or address. */
function isBeforeNotice(lines: readonly Line[], end: number, joined: string): boolean {
  const next = nextWords(lines, end);
  return next !== undefined && isReplyAboveLine(next.text) && /[\d@]/u.test(joined) && /[:：]$/u.test(joined);
}

function paragraphStart(lines: readonly Line[], from: number, end: number): number {
  let start = end;
  while (
    start > from &&
    end - start < 2 &&
    lines[start - 1]?.text !== '' &&
    !/[.!?]$/u.test(lines[start - 1]?.text ?? '')
  )
    start--;
  return start;
}

function nextWords(lines: readonly Line[], end: number): Line | undefined {
  for (let i = end + 1; i < Math.min(lines.length, end + 6); i++) {
    const line = lines[i];
    if (line && (line.text !== '' || line.quoted)) return line;
  }
  return undefined;
}
