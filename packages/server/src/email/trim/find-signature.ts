import { hasAddress } from './dates.ts';
import type { Line } from './line.ts';
import { isRuler } from './message-separators.ts';
import { isMobileLine } from './mobile-lines.ts';

export interface FoundSignature {
  readonly from: number;
  readonly rule: string;
}

const signatureLines = 12;
// What is longer has its sender's words in it.
const markedLines = 25;
const footerLines = 6;
const lookBack = 60;
const roundsLimit = 100;

/** Where the signature starts that ends the lines `from` to `to`. It may be all of them. */
export function findSignature(lines: readonly Line[], from: number, to: number): FoundSignature | undefined {
  let end = to;
  let rule: string | undefined;
  for (let round = 0; round < roundsLimit; round++) {
    end = beforeBlank(lines, from, end);
    const found =
      markedSignature(lines, from, end) ??
      delimited(lines, from, end) ??
      listFooter(lines, from, end) ??
      lastLine(lines, from, end);
    if (!found) break;
    end = found.from;
    // A ruler alone hides nothing worth naming, so it takes its name from what stands above it.
    if (rule === undefined || rule === 'ruler') rule = found.rule;
  }
  return rule === undefined ? undefined : { from: end, rule };
}

function beforeBlank(lines: readonly Line[], from: number, to: number): number {
  let end = to;
  while (end > from && lines[end - 1]?.text === '') end--;
  return end;
}

/** The client says so. */
function markedSignature(lines: readonly Line[], from: number, to: number): FoundSignature | undefined {
  let start = to;
  while (start > from && (lines[start - 1]?.mark?.kind === 'signature' || lines[start - 1]?.text === '')) start--;
  const rule = lines.slice(start, to).find((line) => line.mark)?.mark?.rule;
  return rule === undefined || to - start > markedLines ? undefined : { from: start, rule };
}

/** Two dashes on a line of their own (RFC 3676 §4.3), and few short lines below. */
function delimited(lines: readonly Line[], from: number, to: number): FoundSignature | undefined {
  for (let i = to - 1, words = 0; i >= Math.max(from, to - lookBack); i--) {
    const text = lines[i]?.text ?? '';
    if (text === '--') return { from: i, rule: 'signature' };
    if (text !== '' && (++words > signatureLines || text.length > 160)) return undefined;
  }
  return undefined;
}

/** A ruler with the address of a mailing list below it. */
function listFooter(lines: readonly Line[], from: number, to: number): FoundSignature | undefined {
  for (let i = to - 1; i >= Math.max(from, to - 1 - footerLines); i--) {
    const text = lines[i]?.text ?? '';
    if (!/^_{20,}$/u.test(text)) continue;
    const below = lines.slice(i + 1, to).map((line) => line.text);
    return below.some((line) => /https?:\/\//u.test(line) || hasAddress(line))
      ? { from: i, rule: 'list-footer' }
      : undefined;
  }
  return undefined;
}

function lastLine(lines: readonly Line[], from: number, to: number): FoundSignature | undefined {
  const text = lines[to - 1]?.text ?? '';
  if (text === '') return undefined;
  if (isRuler(text) || /^[ᐧ—]$/u.test(text)) return { from: to - 1, rule: 'ruler' };
  if (isMobileLine(text)) return { from: to - 1, rule: 'mobile-line' };
  const apart = to - 2 < from || lines[to - 2]?.text === '';
  return apart && /^-\p{Lu}\p{L}+\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?$/u.test(text)
    ? { from: to - 1, rule: 'signature' }
    : undefined;
}
