import type { Body } from '@deskkit/core';

/** Nothing in it can be more than words, whatever its format. */
export function isPlain({ text }: Body): boolean {
  return !/[*_`[\\]|https?:/i.test(text);
}
