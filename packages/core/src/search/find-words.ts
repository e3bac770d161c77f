import { foldLetters } from './fold-letters.ts';

/** A word as the index holds it, and where it stands in the text. */
export interface FoundWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** Of writing without spaces: two characters that stand side by side, or one that stands alone. */
  readonly isPair: boolean;
}

/** What is longer is found by its beginning, in code points. */
const maxLength = 64;

/** The words of `text`, in order; pairs overlap. Takes time in proportion to the length. */
export function findWords(text: string): readonly FoundWord[] {
  const folded = foldLetters(text);
  const found: FoundWord[] = [];
  const add = (word: string, from: number, to: number, isPair: boolean) => {
    found.push({ word: word.normalize('NFC'), from: folded.from(from), to: folded.to(to - 1), isPair });
  };
  for (const { 0: run, 1: unspaced, index } of folded.text.matchAll(runs)) {
    if (unspaced === undefined) {
      const word = [...run.slice(0, 2 * maxLength)].slice(0, maxLength).join('');
      add(word, index, index + run.length, false);
      continue;
    }
    let before: RegExpExecArray | undefined;
    for (const character of run.matchAll(characters)) {
      if (before) {
        add(before[0] + character[0], index + before.index, index + character.index + character[0].length, true);
      }
      before = character;
    }
    if (before?.index === 0) add(run, index, index + run.length, true);
  }
  return found;
}

/** Letters of writing without spaces, or whose words grow endings that search should see through. */
const unspacedLetter = String.raw`(?=[\p{L}\u3007])[${[
  'Han Hiragana Katakana Bopomofo Hangul Yi',
  'Thai Lao Khmer Myanmar Tai_Le New_Tai_Lue Tai_Tham Tai_Viet Javanese Balinese',
]
  .flatMap((scripts) => scripts.split(' '))
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('')}]`;

/** Letters and numbers: runs of writing without spaces (group 1), or of any other. */
const runs = new RegExp(String.raw`((?:${unspacedLetter}\p{M}*)+)|(?:(?!${unspacedLetter})[\p{L}\p{N}]\p{M}*)+`, 'gu');

/** A syllable of Hangul out of its two or three letters, or any other character with its marks. */
const characters =
  /[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6]?[\u11a8-\u11ff\ud7cb-\ud7fb]?\p{M}*|\P{M}\p{M}*/gu;
