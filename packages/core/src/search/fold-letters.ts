/** A text of which each code unit knows where it comes from. */
export interface Folded {
  readonly text: string;
  /** Of the code unit at `index`: where the character that it was made of begins, and where that ends. */
  from(index: number): number;
  to(index: number): number;
}

/**
 * The text in the letters that search compares: without case, accents, widths and what is never seen (NFKD). Takes
 * time in proportion to the length.
 */
export function foldLetters(text: string): Folded {
  if (isPlain.test(text)) return { text: text.toLowerCase(), from: (index) => index, to: (index) => index + 1 };
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  const known = new Map<string, string>();
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const isRun = isPlain.test(piece);
    let letters = isRun ? piece.toLowerCase() : known.get(piece);
    if (letters === undefined) {
      letters = foldCharacter(piece);
      known.set(piece, letters);
    }
    for (let place = 0; place < letters.length; place++) {
      from.push(isRun ? index + place : index);
      to.push(isRun ? index + place + 1 : index + piece.length);
    }
    folded += letters;
  }
  return { text: folded, from: (index) => from[index] ?? 0, to: (index) => to[index] ?? 0 };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them.
const isPlain = /^[\x00-\x7f]*$/;

/** Runs of ASCII, characters with their marks, and marks beyond the eighth: no writing has those, and sorting them takes long. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them.
const pieces = /[\x00-\x7f]+(?!\p{M})|\P{M}\p{M}{0,8}|\p{M}+/gu;
const isMarks = /^\p{M}/u;
const marksBeyond = /(\p{M}{8})\p{M}+/gu;

function foldCharacter(character: string): string {
  if (isMarks.test(character)) return '';
  // Capitals have fewer forms than small letters; `ẞ` alone has its own.
  const folded = withoutMarks(character).toLowerCase().toUpperCase().toLowerCase();
  return withoutMarks(folded)
    .replace(alikeLetters, (letter) => alike[letter] ?? letter)
    .replace(marksBeyond, '$1');
}

function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(dropped, '');
}

/** Marks that every script borrows, the points of Hebrew and Arabic, and what is never seen. Vowel signs stay: they are letters. */
const dropped =
  /(?![\u3099\u309a])(?=\p{M})\p{Script=Inherited}|[\u0591-\u05c7\u0610-\u061a\u0640\u06d6-\u06ed]|\p{Me}|\p{Cf}/gu;

/** Letters that Unicode does not take apart into a letter and its accent. */
const alike: Readonly<Record<string, string>> = { æ: 'ae', đ: 'd', ħ: 'h', ł: 'l', ø: 'o', œ: 'oe', ŧ: 't', ς: 'σ' };
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'g');
