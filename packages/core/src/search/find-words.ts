import { foldText, isPlain } from './fold-text.ts';
import { splitWords, type Word } from './split-words.ts';

/** The words of a text as the index holds them, and where they stand in it as it was written. */
export function findWords(text: string): readonly Word[] {
  const words = splitWords(foldText(text));
  if (isPlain(text)) return words;
  const origin = originsOf(text);
  return words.map((word) => ({ ...word, from: origin[word.from]?.from ?? 0, to: origin[word.to - 1]?.to ?? 0 }));
}

interface Origin {
  readonly from: number;
  readonly to: number;
}

/** Of each code unit of the folded text: where the character stands that it was made of. */
function originsOf(text: string): readonly Origin[] {
  const origins: Origin[] = [];
  const lengths = new Map<string, number>();
  for (const { 0: character, index } of text.matchAll(characters)) {
    const length = lengths.get(character) ?? foldText(character).length;
    lengths.set(character, length);
    const origin = { from: index, to: index + character.length };
    for (let place = 0; place < length; place++) origins.push(origin);
  }
  return origins;
}

/** What is folded for itself: a character with its marks and what is never seen, also with the AM of Thai and Lao. */
const joined = String.raw`\p{M}\p{Cf}\u0640\uff9e\uff9f\u0e33\u0eb3`;
const characters = new RegExp(`[^${joined}][${joined}]*|[${joined}]+`, 'gu');
