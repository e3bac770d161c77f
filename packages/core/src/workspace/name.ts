/** A name that people choose, as it is kept: trimmed and composed; `undefined` when it is empty, too long or unreadable. */
export function readName(text: string, longest = 200): string | undefined {
  const name = text.normalize('NFC').trim();
  return name !== '' && name.length <= longest && !unreadable.test(name) ? name : undefined;
}

/** Control characters, and halves of surrogate pairs. */
const unreadable = /[\p{Cc}\p{Cs}]/u;

export type NameInvalid = { readonly code: 'name-invalid'; readonly path: 'name' };
