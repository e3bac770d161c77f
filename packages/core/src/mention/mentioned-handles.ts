import { parseMentions } from './parse-mentions.ts';

/** The handles that a text mentions, each once, in the order of the text. What nobody owns is dropped later. */
export function mentionedHandles(text: string): readonly string[] {
  const handles = parseMentions(text).flatMap((segment) => (segment.kind === 'mention' ? [segment.handle] : []));
  return [...new Set(handles)];
}
