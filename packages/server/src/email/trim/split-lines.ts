import { findSharedAttribution } from './attribution.ts';
import { cleanLine, type Line, lineLimit, linesLimit } from './line.ts';

/** Few lines of one mail can share their line with an attribution; looking for it is slow. */
const sharedLimit = 20;

/** Reads the first lines of a plain text. */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  let open = 0;
  let tries = sharedLimit;
  for (let start = 0; start < text.length && lines.length < linesLimit; ) {
    const newline = text.indexOf(lineEnd, start);
    const end = newline === -1 ? text.length : newline;
    const raw = text.slice(start, Math.min(end, start + lineLimit));
    const trimmed = cleanLine(raw);
    const signs = open > 0 ? '' : (/^(?:>[\s>]*)/u.exec(trimmed)?.[0] ?? '');
    if (signs && !/^>From\s/u.test(trimmed)) {
      lines.push({ text: trimmed.slice(signs.length), start, quoted: 'sign' });
    } else {
      open = trimmed === '' ? 0 : openAddresses(trimmed, open);
      const shared =
        /[:：]$/u.test(trimmed) && trimmed.includes('@') && tries-- > 0 ? findSharedAttribution(trimmed) : -1;
      const at = shared > 0 ? raw.indexOf(trimmed.slice(shared, shared + 4)) : -1;
      if (at > 0) {
        lines.push({ text: trimmed.slice(0, shared).trim(), start, quoted: false });
        lines.push({ text: trimmed.slice(shared), start: start + at, quoted: false });
      } else lines.push({ text: trimmed, start, quoted: false });
    }
    start = end + 1;
  }
  return lines;
}

/** Line breaking may put the `>` of an address at the start of a line, where it is no quote sign. */
function openAddresses(text: string, before: number): number {
  const opened = text.match(/<(?=$|https?:|mailto:|[^\s<>@]{1,64}@|[^\s<>@]{1,64}$)/giu)?.length ?? 0;
  const closed = text.match(/>/gu)?.length ?? 0;
  return Math.max(0, before + opened - closed);
}
