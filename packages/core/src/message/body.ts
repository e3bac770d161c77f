/** What a person wrote. `markdown` is shown as nodes, `text` as it is. */
export interface Body {
  readonly format: 'markdown' | 'text';
  readonly text: string;
}

/** The longest body in UTF-16 code units; what is longer belongs into an attachment. */
export const maxBodyLength = 100_000;

/** One line for lists: white space folded, at most `length` characters, no half of a surrogate pair. */
export function previewOf(text: string, length: number): string {
  const line = text
    .trimStart()
    .slice(0, length * 8)
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join('')}…`;
}
