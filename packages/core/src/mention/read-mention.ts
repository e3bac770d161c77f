import { normaliseHandle } from '../people/handle.ts';

/** What is never seen and joins what stands around it (UAX #29, format); U+200B is none, but a space without width. */
const unseen = String.raw`\u00ad\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff`;
const letter = String.raw`\p{L}\p{M}\p{N}`;
/** Longer than any handle, with each of its accents apart. */
const longest = 300;

/** An `@`, or a full-width one, that neither follows a word nor stands in a mail address. */
const sign = [
  `(?<![@＠][${unseen}]*)`,
  // An accent leaves a letter a letter; a sign that encloses it, as in keycaps, makes it a picture.
  String.raw`(?<![\p{L}\p{N}][\p{Mn}\p{Mc}${unseen}]*)`,
  String.raw`(?<![\p{L}\p{N}][\p{M}${unseen}._%+-]*[_%+-][${unseen}]*)`,
  '[@＠]',
].join('');

const signAt = new RegExp(sign, 'yu');
const wordAt = new RegExp(`[${letter}][${letter}${unseen}]{0,${longest}}`, 'yu');
/** Markdown lets an escaped `_` stand for itself: who means `ana_lee` does not mean `ana`. */
const joinAt = new RegExp(String.raw`\\?[-_.][${unseen}]{0,${longest}}`, 'yu');
/** The rest of an address or of a URL, of which the word is a part. */
const goesOnAt = new RegExp(
  `(?:[${letter}${unseen}._%+-]{0,${longest}}[${letter}])?[${unseen}]{0,${longest}}[@＠]|://`,
  'yu',
);
const unseenAtEnd = new RegExp(`[${unseen}]+$`, 'u');
const unspoken = new RegExp(String.raw`[\\${unseen}]`, 'gu');

/** What a query may consist of while it is typed. */
export const queryLetters = `${letter}${unseen}._-`;

export interface Mention {
  readonly to: number;
  /** As handles are compared. */
  readonly handle: string;
}

/** Whether a mention may begin with the `@` at `at`. */
export function isMentionSign(text: string, at: number): boolean {
  return endOf(signAt, text, at) !== undefined;
}

/** The mention that begins with the `@` at `at`; whether that stands in code or in a link is not asked. */
export function readMention(text: string, at: number): Mention | undefined {
  const behindSign = endOf(signAt, text, at);
  let to = behindSign && endOf(wordAt, text, behindSign);
  for (let next = to; next !== undefined; ) {
    if (next - at > longest) return undefined;
    to = next;
    const join = endOf(joinAt, text, to);
    next = join && endOf(wordAt, text, join);
  }
  if (to === undefined) return undefined;
  const written = text.slice(at, to).replace(unseenAtEnd, '');
  to = at + written.length;
  if (isPartOfAddress(text, to)) return undefined;
  return { to, handle: normaliseHandle(written.slice(1).replace(unspoken, '')) };
}

/** Whether the word that ends at `to` goes on as the name of a mail address, or as a URL. */
export function isPartOfAddress(text: string, to: number): boolean {
  return endOf(goesOnAt, text, to) !== undefined;
}

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
