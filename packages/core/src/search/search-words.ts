/** One word of a query; a prefix matches every word that begins with it. */
export interface Term {
  readonly word: string;
  readonly prefix: boolean;
}

/** The words of a text as the index holds them. */
export function searchWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether a text of these words holds all of the terms. */
export function matches(terms: readonly Term[], words: readonly string[]): boolean {
  return terms.every(({ word, prefix }) => words.some((one) => (prefix ? one.startsWith(word) : one === word)));
}
