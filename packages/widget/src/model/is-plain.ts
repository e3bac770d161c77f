import type { Body } from '@deskkit/core';

/** Nothing in it can be more than words, whatever its format. */
export function isPlain({ format, text }: Body): boolean {
  return !(format === 'text' ? /https?:/i : /[*_`[\\]|https?:/i).test(text);
}
