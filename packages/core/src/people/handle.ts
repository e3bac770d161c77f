/** A handle as it is compared: composed and in lower case, so `@José` and `@jose\u0301` are one. */
export function normaliseHandle(handle: string): string {
  return handle.normalize('NFC').toLowerCase();
}

/** Whether `text` can be a handle: letters, marks and digits of any script, joined by `-`, `_` or `.`; 1 to 60 long. */
export function isHandle(text: string): boolean {
  return text.length <= 60 && /^[\p{L}\p{M}\p{N}]+(?:[-_.][\p{L}\p{M}\p{N}]+)*$/u.test(text);
}
