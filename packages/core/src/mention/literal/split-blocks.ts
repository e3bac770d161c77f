import { type Container, enterContainers, openContainer } from './container.ts';
import { endsFence, readLineStart } from './line-start.ts';
import { behindIndent } from './place.ts';
import type { Span } from './span.ts';

/** A line of code, or the lines in which inline markdown stands; a paragraph may begin with definitions of links. */
export interface MarkdownBlock extends Span {
  readonly kind: 'code' | 'heading' | 'paragraph';
}

/** Beyond so many quotes and lists in each other, their signs are text. */
const deepest = 32;

/** The blocks of a markdown text as CommonMark (0.31, §4 and §5) has them, in order; HTML is taken for text. */
export function splitBlocks(text: string): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  const containers: Container[] = [];
  let fence: string | undefined;
  let paragraphFrom: number | undefined;
  let isEmptyItem = false;

  function leave(depth: number): void {
    containers.length = depth;
    paragraphFrom = undefined;
  }

  for (const line of linesOf(text)) {
    let { depth, place } = enterContainers(text, line, containers);
    let content = behindIndent(text, place);
    if (fence !== undefined && depth === containers.length) {
      if (content.column - place.column < 4 && endsFence(text, content.at, fence)) fence = undefined;
      blocks.push({ kind: 'code', ...line });
      continue;
    }
    fence = undefined;

    let isOpening = false;
    while (content.at < line.to && content.column - place.column < 4 && depth < deepest) {
      const isInParagraph = paragraphFrom !== undefined && depth === containers.length;
      const opened = openContainer(text, content, { start: place.column, end: line.to, isInParagraph });
      if (!opened) break;
      isOpening = true;
      leave(depth);
      depth = containers.push(opened.container);
      place = opened.place;
      content = behindIndent(text, place);
    }
    if (content.at >= line.to) {
      // An item may begin with one blank line, not with two.
      leave(isEmptyItem && !isOpening && depth === containers.length ? depth - 1 : depth);
      isEmptyItem = isOpening && containers.at(-1) !== 'quote';
      continue;
    }
    isEmptyItem = false;

    const isIndented = content.column - place.column >= 4;
    const start = isIndented ? undefined : readLineStart(text, { from: content.at, to: line.to });
    const isHeadingBefore = start?.kind === 'underline' && paragraphFrom !== undefined && depth === containers.length;
    if (isIndented && paragraphFrom === undefined) {
      leave(depth);
      blocks.push({ kind: 'code', ...line });
    } else if (start?.kind === 'fence') {
      leave(depth);
      fence = start.fence;
      blocks.push({ kind: 'code', ...line });
    } else if (start?.kind === 'heading') {
      leave(depth);
      blocks.push({ kind: 'heading', ...line });
    } else if (start?.kind === 'rule' || isHeadingBefore) {
      leave(depth);
    } else if (paragraphFrom !== undefined) {
      // A line of text goes on with the paragraph, even without the signs of the quote or list that it stands in.
      blocks[blocks.length - 1] = { kind: 'paragraph', from: paragraphFrom, to: line.to };
    } else {
      leave(depth);
      paragraphFrom = content.at;
      blocks.push({ kind: 'paragraph', from: content.at, to: line.to });
    }
  }
  return blocks;
}

function* linesOf(text: string): Generator<Span> {
  let from = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
    yield { from, to: index };
    from = index + end.length;
  }
  yield { from, to: text.length };
}
