/**
 * The text in the letters that search compares: without case, accents, widths and what is never seen (NFKD). Takes
 * time in proportion to the length.
 */
export function foldText(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  const letters = text.replace(unseen, '').replace(marksBeyond, '$1').normalize('NFKD').replace(accents, '');
  // Capitals have fewer forms than small letters; `ẞ` alone has its own.
  const folded = letters.toLowerCase().toUpperCase().toLowerCase();
  return folded.replace(alikeLetters, (letter) => alike[letter] ?? letter).replace(marksBeyond, '$1');
}

/** Whether a text is of ASCII alone, as many are. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them.
const plain = /^[\x00-\x7f]*$/;

const unseen = /\p{Cf}/gu;

/** No writing has more than eight on a letter, and sorting many takes long. Half-width Katakana has marks of its own. */
const marksBeyond = /([\p{M}\uff9e\uff9f]{8})[\p{M}\uff9e\uff9f]+/gu;

/** Marks that every script borrows, points of Hebrew and Arabic, the bar that stretches it. Vowel signs are letters. */
const accents =
  /(?![\u3099\u309a])(?=\p{M})\p{Script=Inherited}|[\u0591-\u05c7\u0610-\u061a\u0640\u06d6-\u06ed]|\p{Me}/gu;

/** Letters that Unicode does not take apart into a letter and its accent. */
const alike: Readonly<Record<string, string>> = { æ: 'ae', đ: 'd', ħ: 'h', ł: 'l', ø: 'o', œ: 'oe', ŧ: 't', ς: 'σ' };
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'g');
