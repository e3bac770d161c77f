import { foldText } from './fold-text.ts';
import { splitWords } from './split-words.ts';

/** One word of a query; a prefix matches every word that begins with it. */
export interface Term {
  readonly word: string;
  readonly prefix: boolean;
}

/** What somebody looks for; a text must hold all of the terms. */
export interface Query {
  readonly terms: readonly Term[];
}

const maxQueryLength = 200;
const maxTerms = 8;

/**
 * The words of a text as the index holds them, in their order and as often as they stand there: letters and numbers of
 * every script without case and accents, at most 64 characters each. What stands around a sign is a word by itself
 * (`INV-2291`, `ana@example.com`); writing without spaces gives each two characters that stand side by side.
 */
export function searchWords(text: string): readonly string[] {
  return splitWords(foldText(text)).map(({ word }) => word);
}

/**
 * Reads what is typed into a search field: its first 200 characters and 8 words, each once. The last word is still
 * being typed, so a prefix, when it has 3 letters or more and no space follows.
 */
export function parseQuery(query: string): Query {
  const asked = foldText([...query.slice(0, 2 * maxQueryLength)].slice(0, maxQueryLength).join(''));
  const words = splitWords(asked);
  const terms = new Map<string, Term>();
  for (const [index, { word, to, isPair }] of words.entries()) {
    const isTyped = index === words.length - 1 && !isPair && [...word].length >= 3 && !/\s/.test(asked.slice(to));
    if (terms.size < maxTerms && !terms.has(word)) terms.set(word, { word, prefix: isTyped });
  }
  return { terms: [...terms.values()] };
}

/** Whether a text of these words is a hit: it holds all of the terms. Without terms nothing is. */
export function matches(terms: readonly Term[], words: readonly string[]): boolean {
  return terms.length > 0 && terms.every((term) => words.some((word) => meets(term, word)));
}

/** Whether a word of the index is what the term looks for. */
export function meets(term: Term, word: string): boolean {
  return term.prefix ? word.startsWith(term.word) : word === term.word;
}
