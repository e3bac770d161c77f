import type { Span } from './span.ts';

/** What a line begins with that is no quote and no list; `underline` is one only below the words of a heading. */
export type LineStart =
  | { readonly kind: 'fence'; readonly fence: string }
  | { readonly kind: 'heading' | 'rule' | 'underline' | 'text' };

const openingFence = /`{3,}(?!`)(?![^\r\n]*`)|~{3,}/y;
const closingFence = /(?:`{3,}|~{3,})(?=[ \t]*(?![^\r\n]))/y;
const heading = /#{1,6}(?![^ \t\r\n])/y;
const underline = /(?:=+|-+)[ \t]*(?![^\r\n])/y;
const text = { kind: 'text' } as const;

/** How the line that is `line` without its indent begins (CommonMark §4). */
export function readLineStart(whole: string, line: Span): LineStart {
  switch (whole[line.from]) {
    case '`':
    case '~': {
      const fence = matchAt(openingFence, whole, line.from);
      return fence === undefined ? text : { kind: 'fence', fence };
    }
    case '#':
      return matchAt(heading, whole, line.from) === undefined ? text : { kind: 'heading' };
    case '=':
    case '-':
    case '*':
    case '_':
      if (isRule(whole, line)) return { kind: 'rule' };
      return matchAt(underline, whole, line.from) === undefined ? text : { kind: 'underline' };
    default:
      return text;
  }
}

/** Whether the code that began with `fence` ends at `at`. */
export function endsFence(whole: string, at: number, fence: string): boolean {
  const end = matchAt(closingFence, whole, at);
  return end !== undefined && end[0] === fence[0] && end.length >= fence.length;
}

/** Whether a line draws a rule: three or more of `-`, `*` or `_`, and nothing else. */
export function isRule(whole: string, { from, to }: Span): boolean {
  const sign = whole[from];
  if (sign !== '-' && sign !== '*' && sign !== '_') return false;
  let count = 0;
  for (let at = from; at < to; at += 1) {
    if (whole[at] === sign) count += 1;
    else if (whole[at] !== ' ' && whole[at] !== '\t') return false;
  }
  return count >= 3;
}

function matchAt(pattern: RegExp, whole: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(whole)?.[0];
}
