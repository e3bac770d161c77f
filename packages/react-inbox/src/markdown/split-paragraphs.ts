import type { Inline } from '@deskkit/core';

/** Splits where a line is blank; what is bold over a blank line stays whole. */
export function splitParagraphs(pieces: readonly Inline[]): readonly (readonly Inline[])[] {
  let current: Inline[] = [];
  const paragraphs = [current];
  for (const piece of pieces) {
    const [first = '', ...rest] = typeof piece === 'string' ? piece.split(/\n(?:[^\S\n]*\n)+/) : [piece];
    current.push(first);
    for (const start of rest) {
      current = [start];
      paragraphs.push(current);
    }
  }
  return paragraphs.filter((paragraph) => paragraph.some((piece) => typeof piece !== 'string' || piece.trim() !== ''));
}
