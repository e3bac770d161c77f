import { findHidden, findSignatureOnly } from './find-hidden.ts';
import { splitLines } from './split-lines.ts';
import type { Trimmed, TrimOptions } from './trimmed.ts';

/**
 * Divides a plain text mail into what its sender wrote and the history and signature that came with it. Takes time in proportion
 * to the text's length. A mail with nothing but a quote stays whole, and so does a mail that is passed on.
 */
export function trimText(text: string, { isFirst = false }: TrimOptions = {}): Trimmed {
  const lines = splitLines(text);
  const { ranges, rule } = isFirst ? findSignatureOnly(lines) : findHidden(lines);
  if (rule === 'none') return { visible: text, hidden: '', rule };
  const visible: string[] = [];
  const hidden: string[] = [];
  let shown = 0;
  for (const range of ranges) {
    const from = lines[range.from]?.start ?? text.length;
    const to = lines[range.to]?.start ?? text.length;
    visible.push(text.slice(shown, from));
    hidden.push(text.slice(from, to));
    shown = to;
  }
  visible.push(text.slice(shown));
  return { visible: joinParts(visible), hidden: joinParts(hidden), rule };
}

function joinParts(parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/^(?:[^\S\r\n]*[\r\n])+/u, '').trimEnd())
    .filter((part) => part !== '')
    .join('\n\n');
}
