/** A file that goes along with what is written next. */
export interface Attachment {
  readonly file: File;
  /** How much of it is stored, from 0 to 1. */
  readonly share: number;
  /** Where it can be fetched, once it is stored. */
  readonly url?: string;
  readonly hasFailed?: boolean;
}

/** Stores a file, and gives back where it can be fetched. The host's own: this desk takes no files from visitors yet. */
export type Upload = (
  file: File,
  options: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
) => Promise<string>;

/** What is sent: the words, and below them where the files are. Nothing while one is on its way. */
export function textWith(words: string, attachments: readonly Attachment[]): string {
  if (attachments.some(({ url, hasFailed }) => !url && !hasFailed)) return '';
  return [words.trim(), ...attachments.flatMap(({ url }) => url ?? [])].filter(Boolean).join('\n');
}
