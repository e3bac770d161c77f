/** Controls (line ends among them) and the characters that turn the direction of the text around them. */
const unwanted = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A name or subject on one line, of at most `length` characters, that can neither break a header nor disguise itself. */
export function cleanLabel(text: string, length = 200): string {
  const line = text
    .slice(0, length * 4)
    .replace(unwanted, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...line].slice(0, length).join('').trim();
}

/** A file's name as a label: the last part of a path, with its ending when it has to be cut. */
export function cleanFileName(name: string, otherwise: string): string {
  const last = cleanLabel(name.split(/[/\\]/).at(-1) ?? '', 1000);
  if (/^\.*$/.test(last)) return otherwise;
  const characters = [...last];
  if (characters.length <= 200) return last;
  const ending = /\.\w{1,10}$/.exec(last)?.[0] ?? '';
  return characters.slice(0, 200 - ending.length).join('') + ending;
}
