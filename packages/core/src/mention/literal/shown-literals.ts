import { fenceLine, inlineRules } from '../../message/parse-markdown.ts';
import type { Span } from './span.ts';

/** What the inbox and the widget show as code or as a link, by the very patterns that they read markdown with. */
export function shownLiterals(text: string): readonly Span[] {
  const spans: Span[] = [];
  // Text, fence, code, fence and so on; what follows a fence that never ends is shown as text.
  const parts = text.split(fenceLine);
  const unended = parts.length % 4 === 3 ? parts.length - 3 : parts.length;
  let from = 0;
  for (const [index, part] of parts.slice(0, unended).entries()) {
    if (index % 4 === 0) addInline(part, from, spans);
    else spans.push({ from, to: from + part.length });
    from += part.length;
  }
  if (unended < parts.length) addInline(text.slice(from), from, spans);
  return spans;
}

function addInline(part: string, offset: number, spans: Span[]): void {
  for (const { index, 0: whole, 2: code, 4: href } of part.matchAll(inlineRules.markdown)) {
    const isLiteral = code !== undefined || href !== undefined || /^h/i.test(whole);
    if (isLiteral) spans.push({ from: offset + index, to: offset + index + whole.length });
  }
}
