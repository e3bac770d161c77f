import { type Budget, findAttribution } from './find-attribution.ts';
import { startsHeaderBlock } from './header-block.ts';
import type { Line } from './line.ts';
import { isRuler, readSeparator } from './message-separators.ts';

/** A run of lines of one kind: the sender's own, a quote, history up to the end, or a mail passed on (up to the end). */
export interface Segment {
  readonly kind: 'own' | 'quote' | 'rest' | 'forward';
  readonly from: number;
  readonly to: number;
  /** What made it a quote; `quote-signs` and `block-quote` may as well be a citation of the sender's choice. */
  readonly rule: string;
}

const unsure = new Set(['quote-signs', 'block-quote']);

/** Whether something besides quote signs says that `segment` is what the sender answered. */
export function isAttributed(segment: Segment): boolean {
  return segment.kind === 'rest' || (segment.kind === 'quote' && !unsure.has(segment.rule));
}

/** Divides a mail's lines into segments that follow each other without a gap. */
export function readSegments(lines: readonly Line[]): readonly Segment[] {
  const segments: Segment[] = [];
  const budget: Budget = { characters: 100_000 };
  let from = 0;
  const own = (to: number): void => {
    if (to > from) segments.push({ kind: 'own', from, to, rule: '' });
  };
  const close = (kind: 'rest' | 'forward', start: number, rule: string): readonly Segment[] => {
    own(start);
    segments.push({ kind, from: start, to: lines.length, rule });
    return segments;
  };
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (!line) break;
    if (line.mark && line.mark.kind !== 'signature') return close(line.mark.kind, i, line.mark.rule);
    if (line.quoted) {
      if (isForwardIn(lines, i)) return close('forward', i, 'forward');
      const to = endOfQuote(lines, i);
      own(i);
      segments.push({ kind: 'quote', from: i, to, rule: quoteRule(lines, i, to, budget) });
      from = to;
      i = to;
      continue;
    }
    if (line.text !== '') {
      const separator = readSeparator(line.text);
      if (separator === 'forward') return close('forward', i, 'forward');
      if (separator === 'original') return close('rest', i, 'original-message');
      if (startsHeaderBlock(lines, i)) return close('rest', withRuler(lines, from, i), 'header-block');
      const attribution = findAttribution(lines, from, i, budget);
      if (attribution && !attribution.quoteFollows) return close('rest', attribution.start, 'attribution');
      if (attribution) {
        const quote = firstWords(lines, i + 1);
        if (!lines[quote]?.quoted) return close('rest', attribution.start, 'attribution');
        const to = endOfQuote(lines, quote);
        own(attribution.start);
        segments.push({ kind: 'quote', from: attribution.start, to, rule: 'attribution' });
        from = to;
        i = to;
        continue;
      }
    }
    i++;
  }
  own(lines.length);
  return segments;
}

/** The ruler that some clients draw above the headers goes with them. */
function withRuler(lines: readonly Line[], from: number, at: number): number {
  for (let i = at - 1; i >= Math.max(from, at - 3); i--) {
    const text = lines[i]?.text ?? '';
    if (isRuler(text)) return i;
    if (text !== '') return at;
  }
  return at;
}

function firstWords(lines: readonly Line[], at: number): number {
  let i = at;
  while (i < lines.length && lines[i]?.text === '' && !lines[i]?.quoted) i++;
  return i;
}

/** Quoted lines, the blank lines between them, and what line breaking tore off them. */
function endOfQuote(lines: readonly Line[], at: number): number {
  let end = at + 1;
  for (let i = end; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.mark) break;
    if (line.quoted) end = i + 1;
    else if (line.text !== '' && !isTornOff(lines, i)) break;
  }
  return end;
}

function isTornOff(lines: readonly Line[], at: number): boolean {
  const before = lines[at - 1];
  const after = lines[at + 1];
  const text = lines[at]?.text ?? '';
  if (before?.quoted !== 'sign' || after?.quoted !== 'sign') return false;
  if (/[<(]\S*$/u.test(before.text) || /^[<(]https?:\S+$/u.test(text.replace(/[\s>]+$/u, ''))) return true;
  return before.text.length >= 66 && !/[.?!:]$/u.test(before.text) && text.length <= 60 && /^\p{Ll}/u.test(text);
}

function isForwardIn(lines: readonly Line[], at: number): boolean {
  const first = lines.slice(at, at + 6).find((line) => line.text !== '');
  return first !== undefined && readSeparator(first.text) === 'forward';
}

/** Apple's mail puts the attribution into the quote. */
function quoteRule(lines: readonly Line[], from: number, to: number, budget: Budget): string {
  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (line?.quoted === 'marked') return line.quoteRule ?? 'marked-quote';
    if (i < from + 6 && line && line.text !== '' && findAttribution(lines.slice(from, i + 4), 0, i - from, budget))
      return 'attribution';
  }
  return lines[from]?.quoted === 'sign' ? 'quote-signs' : 'block-quote';
}
