import { findLiterals } from './literal/find-literals.ts';
import { spanAfter } from './literal/span.ts';
import { readMention } from './read-mention.ts';

/** A piece of a text; the pieces' `text`, joined, are the text again. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  /** `handle` is what stands after the `@`, as handles are compared. */
  | { readonly kind: 'mention'; readonly text: string; readonly handle: string };

/**
 * Finds `@handle` in a note. What stands in markdown code, in a link, a URL or a mail address is none. Whether the
 * handle is somebody's is not asked here. Takes time in proportion to the length.
 */
export function parseMentions(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  const signs = /[@＠]/g;
  const literalAfter = signs.test(text) ? spanAfter(findLiterals(text)) : () => undefined;
  signs.lastIndex = 0;
  let plainFrom = 0;
  for (let match = signs.exec(text); match; match = signs.exec(text)) {
    const at = match.index;
    const literal = literalAfter(at);
    if (literal && literal.from <= at) {
      signs.lastIndex = literal.to;
      continue;
    }
    const mention = readMention(text, at);
    if (!mention) continue;
    if (at > plainFrom) segments.push({ kind: 'text', text: text.slice(plainFrom, at) });
    segments.push({ kind: 'mention', text: text.slice(at, mention.to), handle: mention.handle });
    signs.lastIndex = mention.to;
    plainFrom = mention.to;
  }
  if (plainFrom < text.length) segments.push({ kind: 'text', text: text.slice(plainFrom) });
  return segments;
}
