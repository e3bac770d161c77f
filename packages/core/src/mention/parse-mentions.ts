import { normaliseHandle } from '../people/handle.ts';

/** A piece of a text; the pieces' `text`, joined, are the text again. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  /** `handle` is what stands after the `@`, as handles are compared. */
  | { readonly kind: 'mention'; readonly text: string; readonly handle: string };

/**
 * Finds `@handle` in a note. What stands in markdown code, in a link's address or in a mail address is none.
 * Whether the handle is somebody's is not asked here. Takes time in proportion to the length.
 */
export function parseMentions(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  const endOfCode = codeEnds(text);
  const endOfTarget = nextOf(text, /[)\n]/g);
  const scanner = new RegExp(token, 'giu');
  let plainFrom = 0;
  for (let match = scanner.exec(text); match; match = scanner.exec(text)) {
    const { ticks, target, handle } = match.groups ?? {};
    if (ticks) scanner.lastIndex = endOfCode.get(match.index) ?? scanner.lastIndex;
    if (target) scanner.lastIndex = endOfTarget(match.index);
    if (handle === undefined) continue;
    if (match.index > plainFrom) segments.push({ kind: 'text', text: text.slice(plainFrom, match.index) });
    segments.push({ kind: 'mention', text: match[0], handle: normaliseHandle(handle) });
    plainFrom = scanner.lastIndex;
  }
  if (plainFrom < text.length) segments.push({ kind: 'text', text: text.slice(plainFrom) });
  return segments;
}

/** Code, link targets and URLs, in which nothing is a mention; and the mention, whole, not within a word or address. */
const token = [
  '(?<ticks>`+)',
  '(?<target>\\]\\()',
  '\\b[a-z][a-z0-9+.-]{0,20}:\\/\\/\\S*',
  '\\bwww\\.\\S*',
  '(?<![\\p{L}\\p{M}\\p{N}._%+@-])@(?<handle>[\\p{L}\\p{M}\\p{N}]+(?:[-_.][\\p{L}\\p{M}\\p{N}]+)*)(?![-_.]?[\\p{L}\\p{M}\\p{N}]|@)',
].join('|');

/** Where the code that begins at a run of backticks ends: behind the next run of the same length (CommonMark §6.1). */
function codeEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const openOfLength = new Map<number, number>();
  const runs = [...text.matchAll(/`+/g)];
  for (const run of runs.reverse()) {
    const end = openOfLength.get(run[0].length);
    if (end !== undefined) ends.set(run.index, end);
    openOfLength.set(run[0].length, run.index + run[0].length);
  }
  return ends;
}

/** Asked with rising positions: where the pattern matches next, or the end. */
function nextOf(text: string, pattern: RegExp): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) {
      pattern.lastIndex = from;
      next = pattern.exec(text)?.index ?? text.length;
    }
    return next;
  };
}
