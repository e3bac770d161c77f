import { findSignature } from './find-signature.ts';
import type { Line } from './line.ts';
import { isAttributed, readSegments, type Segment } from './read-segments.ts';

/** Lines from `from` up to, not including, `to`. */
interface HiddenLines {
  readonly from: number;
  readonly to: number;
}

export interface Hidden {
  readonly ranges: readonly HiddenLines[];
  readonly rule: string;
}

const nothing: Hidden = { ranges: [], rule: 'none' };
const closingLines = 4;
const closingLength = 200;

/** Decides which lines of a mail are history or signature. Some words always stay outside of the ranges. */
export function findHidden(lines: readonly Line[]): Hidden {
  const segments = readSegments(lines);
  const own = segments.filter((segment) => segment.kind === 'forward' || hasOwnWords(lines, segment));
  const last = own.at(-1);
  if (!last) return nothing;
  const end = segments.indexOf(last);
  const ranges: HiddenLines[] = [];
  const rules: string[] = [];
  const hide = (segment: Segment): void => {
    ranges.push({ from: segment.from, to: segment.to });
    rules.push(segment.rule);
  };

  const quote = onlyQuote(segments);
  if (quote && segments.indexOf(quote) < end && isAttributed(quote) && last.kind === 'own') {
    const first = segments.indexOf(quote) === 0 || !own.some((segment) => segment.from < quote.from);
    if (first || isClosing(lines, last)) hide(quote);
  }
  const signature = last.kind === 'own' ? findSignature(lines, last.from, last.to) : undefined;
  if (signature) {
    ranges.push({ from: signature.from, to: last.to });
  }
  for (const segment of trailing(segments, end)) hide(segment);
  if (signature) rules.push(signature.rule);
  const rule = rules.find((name) => name !== '');
  return rule === undefined ? nothing : { ranges, rule };
}

/** Decides which lines of a mail that answers nothing are its signature. Whatever it quotes was chosen by its sender. */
export function findSignatureOnly(lines: readonly Line[]): Hidden {
  const segments = readSegments(lines);
  const last = segments.at(-1);
  const signature = last?.kind === 'own' ? findSignature(lines, last.from, last.to) : undefined;
  if (!last || !signature || !segments.some((segment) => hasOwnWords(lines, segment))) return nothing;
  return { ranges: [{ from: signature.from, to: last.to }], rule: signature.rule };
}

function hasOwnWords(lines: readonly Line[], segment: Segment): boolean {
  if (segment.kind !== 'own') return false;
  const to = findSignature(lines, segment.from, segment.to)?.from ?? segment.to;
  return lines.slice(segment.from, to).some((line) => line.text !== '');
}

function onlyQuote(segments: readonly Segment[]): Segment | undefined {
  const quotes = segments.filter((segment) => segment.kind === 'quote' || segment.kind === 'rest');
  return quotes.length === 1 ? quotes[0] : undefined;
}

/** A greeting below the quote, not an answer to it. */
function isClosing(lines: readonly Line[], segment: Segment): boolean {
  const words = lines.slice(segment.from, segment.to).filter((line) => line.text !== '');
  return words.length <= closingLines && words.reduce((sum, line) => sum + line.text.length, 0) <= closingLength;
}

/** What follows the last own words; a citation directly before the history belongs to the sender's words. */
function trailing(segments: readonly Segment[], end: number): readonly Segment[] {
  const rest = segments.slice(end + 1);
  const [first, second] = rest;
  return first && second && !isAttributed(first) && isAttributed(second) ? rest.slice(1) : rest;
}
