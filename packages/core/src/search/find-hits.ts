import { findWords } from './find-words.ts';
import { meets, type Term } from './search-words.ts';

/** Where a text has what is looked for. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

/** Where the words stand that meet one of the terms; those that touch are one. */
export function findHits(text: string, terms: readonly Term[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { word, from, to } of findWords(text)) {
    if (!terms.some((term) => meets(term, word))) continue;
    const last = hits.at(-1);
    if (last && from <= last.to) hits[hits.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else hits.push({ from, to });
  }
  return hits;
}
