import { parseMentions, type Segment } from './parse-mentions.ts';

/** Beyond so many in one note, handles are text: nobody means them. */
const maxMentions = 50;

/** The handles that a text mentions, each once, in its order, the first 50. What nobody owns is dropped later. */
export function mentionedHandles(text: string): readonly string[] {
  return handlesOf(parseMentions(text));
}

/** The same of a text that has been parsed. */
export function handlesOf(segments: readonly Segment[]): readonly string[] {
  const handles = new Set<string>();
  for (const segment of segments) {
    if (segment.kind === 'mention') handles.add(segment.handle);
    if (handles.size === maxMentions) break;
  }
  return [...handles];
}
