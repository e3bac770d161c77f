/** One word of a query; a prefix matches every word that begins with it. */
export interface Term {
  readonly word: string;
  readonly prefix: boolean;
}
