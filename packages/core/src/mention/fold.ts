/** Letters that Unicode does not take apart into a letter and its accent. */
const alike: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ŧ: 't',
  ς: 'σ',
};
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'g');

/** A text as somebody in a hurry types it: in lower case, without accents, apostrophes and what is never seen. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?=\p{M})\p{Diacritic}|['’\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(alikeLetters, (letter) => alike[letter] ?? letter);
}
