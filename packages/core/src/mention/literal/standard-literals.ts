import { readDefinitions } from './definition.ts';
import { inlineLiterals } from './inline-literals.ts';
import type { Span } from './span.ts';
import { splitBlocks } from './split-blocks.ts';

/** What CommonMark has as code or as a link, wherever it is shown as such: colleagues know markdown from elsewhere. */
export function standardLiterals(text: string): readonly Span[] {
  const known = new Set<string>();
  const blocks = splitBlocks(text).map((block) => {
    if (block.kind !== 'paragraph') return { ...block, defined: 0 };
    const { to, labels } = readDefinitions(text.slice(block.from, block.to));
    for (const label of labels) known.add(label);
    return { ...block, defined: to };
  });
  return blocks.flatMap(({ kind, from, to, defined }) => {
    if (kind === 'code') return [{ from, to }];
    const start = from + defined;
    const inline = inlineLiterals(text.slice(start, to), known);
    const spans = inline.map((span) => ({ from: start + span.from, to: start + span.to }));
    return defined > 0 ? [{ from, to: start }, ...spans] : spans;
  });
}
