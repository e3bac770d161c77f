import { isRule } from './line-start.ts';
import { behindIndent, type Place, skipColumns } from './place.ts';
import type { Span } from './span.ts';

/** A quote, or an item of a list with the columns by which its content is indented. */
export type Container = 'quote' | number;

export interface Entered {
  /** How many containers the line goes on with. */
  readonly depth: number;
  /** Where the line stands within them. */
  readonly place: Place;
}

/** How far `line` goes on with the containers that lines before it opened (CommonMark §5). */
export function enterContainers(text: string, line: Span, containers: readonly Container[]): Entered {
  let place: Place = { at: line.from, column: 0 };
  let content = behindIndent(text, place);
  for (const [depth, container] of containers.entries()) {
    const indent = content.column - place.column;
    if (container === 'quote') {
      if (indent > 3 || text[content.at] !== '>') return { depth, place };
      place = behindQuote(text, content);
      content = behindIndent(text, place);
    } else if (content.at < line.to) {
      if (indent < container) return { depth, place };
      place = skipColumns(text, place, container);
    }
  }
  return { depth: containers.length, place };
}

export interface Opened {
  readonly container: Container;
  readonly place: Place;
}

const marker = /(?:[-+*]|(\d{1,9})[.)])(?![^ \t\r\n])/y;

/** The container that `line`, which stands at `content` in the column `start`, opens. */
export function openContainer(
  text: string,
  { at, column }: Place,
  { start, end, isInParagraph }: { readonly start: number; readonly end: number; readonly isInParagraph: boolean },
): Opened | undefined {
  if (text[at] === '>') return { container: 'quote', place: behindQuote(text, { at, column }) };
  marker.lastIndex = at;
  const [sign, number = '1'] = marker.exec(text) ?? [];
  if (sign === undefined || isRule(text, { from: at, to: end })) return undefined;
  const behind = { at: at + sign.length, column: column + sign.length };
  const inside = behindIndent(text, behind);
  const isBlank = inside.at >= end;
  // Within a paragraph, "7." and a lone "-" are more often words than lists.
  if (isInParagraph && (isBlank || Number(number) !== 1)) return undefined;
  const gap = inside.column - behind.column;
  // What is indented further is code in the item.
  const padding = isBlank || gap > 4 ? 1 : gap;
  const place = isBlank ? inside : skipColumns(text, behind, padding);
  return { container: column - start + sign.length + padding, place };
}

function behindQuote(text: string, { at, column }: Place): Place {
  const place = { at: at + 1, column: column + 1 };
  return text[place.at] === ' ' || text[place.at] === '\t' ? skipColumns(text, place, 1) : place;
}
