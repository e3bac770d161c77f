import { findHits, type Hit } from './find-hits.ts';
import type { Term } from './search-words.ts';

/** A piece of a text that is shown as a hit, or as it is. */
export interface HitSegment {
  readonly text: string;
  readonly isHit: boolean;
}

/** The text in pieces that, joined, are the text again; every word that meets one of the terms is a hit. */
export function highlight(text: string, terms: readonly Term[]): readonly HitSegment[] {
  return cutAt(findHits(text, terms), text);
}

/**
 * At most `length` characters (10 or more) around the first hit, or from the beginning where there is none: one line,
 * with `…` where something is left out. About a third of them stands before the hit.
 */
export function excerpt(text: string, terms: readonly Term[], length: number): readonly HitSegment[] {
  const line = text.replace(/\s+/gu, ' ').trim();
  const hits = findHits(line, terms);
  if (line.length <= length) return cutAt(hits, line);

  const first = hits[0] ?? { from: 0, to: 0 };
  const from = beginning(line, Math.min(first.from - Math.floor(length / 3), line.length - length + 1), first.from);
  const before = from > 0 ? '…' : '';
  const room = length - before.length;
  const to = from + room < line.length ? end(line, from + room - 1, first.to) : line.length;
  const after = to < line.length ? '…' : '';

  const shift = before.length - from;
  const shown = hits.flatMap((hit) =>
    hit.from < to ? [{ from: hit.from + shift, to: Math.min(hit.to, to) + shift }] : [],
  );
  return cutAt(shown, before + line.slice(from, to) + after);
}

/** The first beginning of a word from `from` on and before `hit`, or else no half of a surrogate pair. */
function beginning(line: string, from: number, hit: number): number {
  if (from <= 0) return 0;
  const space = line.slice(from - 1, hit).indexOf(' ');
  if (space !== -1) return from + space;
  return isHalf(line, from) ? from + 1 : from;
}

/** The last end of a word up to `to` and behind `hit`, or else no half of a surrogate pair. */
function end(line: string, to: number, hit: number): number {
  const space = line.slice(hit, to + 1).lastIndexOf(' ');
  if (space !== -1) return hit + space;
  return isHalf(line, to) ? to - 1 : to;
}

/** Whether a cut at `at` would part a surrogate pair. */
function isHalf(line: string, at: number): boolean {
  return /^[\udc00-\udfff]/.test(line.slice(at, at + 1));
}

/** Cuts a text where its hits, in order and apart, begin and end. */
function cutAt(hits: readonly Hit[], text: string): readonly HitSegment[] {
  const segments: HitSegment[] = [];
  const add = (from: number, to: number, isHit: boolean) => {
    if (from < to) segments.push({ text: text.slice(from, to), isHit });
  };
  let position = 0;
  for (const { from, to } of hits) {
    add(position, from, false);
    add(from, to, true);
    position = to;
  }
  add(position, text.length, false);
  return segments;
}
