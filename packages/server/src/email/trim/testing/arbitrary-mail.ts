import fc from 'fast-check';
import { answeredMails } from './answered-mails.ts';
import { signedMails } from './signed-mails.ts';

const words = fc.stringMatching(/^[A-Za-zé]{1,9}( [A-Za-zé]{1,9}){0,7}[.:?]?$/);
const part = fc.oneof(
  words,
  words.map((text) => `> ${text}`),
  fc.constant(''),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(...answeredMails.flatMap(({ answer, below }) => [answer, below])),
  fc.constantFrom(...signedMails.map(({ signature }) => signature)),
  fc.constantFrom('---------- Forwarded message ---------', 'From: Ada', '--', '<', '>', '_______'),
);

/** Mails put together from all that clients write, in any order. */
export const arbitraryMail = fc.array(part, { maxLength: 12 }).map((parts) => parts.join('\n'));

export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** Whether `some` are found in `all` one after the other. */
export function isInOrder(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const word of all) if (word === some[at]) at++;
  return at === some.length;
}
