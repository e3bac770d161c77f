import { type Body, parseBody, wordsOf } from '@deskkit/core';

/** What a message says, without its signs. */
export function spoken(body: Body): string {
  return wordsOf(parseBody(body));
}
