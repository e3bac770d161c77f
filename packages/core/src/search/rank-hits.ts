import type { Message } from '../message/message.ts';
import { searchWords, type Term } from './search-words.ts';

/** The hits, best first: those in which the terms stand close to the beginning and often for their length. */
export function rankHits<Hit extends { readonly message: Pick<Message, 'body'>; readonly seq: number }>(
  hits: readonly Hit[],
  terms: readonly Term[],
): readonly Hit[] {
  return hits
    .map((hit) => ({ hit, score: scoreOf(searchWords(hit.message.body.text), terms) }))
    .sort((one, other) => other.score - one.score || other.hit.seq - one.hit.seq)
    .map(({ hit }) => hit);
}

/** From 0 to 2 for each term: how dense it is, and how early it comes. A whole word counts twice a prefix. */
function scoreOf(words: readonly string[], terms: readonly Term[]): number {
  if (words.length === 0) return 0;
  let score = 0;
  for (const { word, prefix } of terms) {
    let weight = 0;
    let first = words.length;
    words.forEach((one, index) => {
      const isWhole = one === word;
      if (!isWhole && !(prefix && one.startsWith(word))) return;
      weight += isWhole ? 2 : 1;
      first = Math.min(first, index);
    });
    score += Math.min(1, weight / Math.sqrt(words.length)) + (1 - first / words.length);
  }
  return score;
}
