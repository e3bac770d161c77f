import { isPlain } from './fold-text.ts';

/** A word as the index holds it, and where it stands. */
export interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** Of writing without spaces: two characters that stand side by side, or one that stands alone. */
  readonly isPair: boolean;
}

/** What is longer is found by its beginning, in code points. */
const maxLength = 64;

/** The words of a text that `foldText` gave, in order; pairs overlap. Takes time in proportion to the length. */
export function splitWords(folded: string): readonly Word[] {
  const found: Word[] = [];
  for (const { 0: run, index } of folded.matchAll(isPlain(folded) ? plainRuns : runs)) {
    if (!hasUnspaced.test(run)) found.push(wholeWord(run, index));
    else {
      for (const { 0: part, 1: unspaced, index: place } of run.matchAll(parts)) {
        if (unspaced === undefined) found.push(wholeWord(part, index + place));
        else addPairs(part, index + place, found);
      }
    }
  }
  return found;
}

function wholeWord(run: string, from: number): Word {
  const word = run.length > maxLength ? [...run.slice(0, 2 * maxLength)].slice(0, maxLength).join('') : run;
  return { word: word.normalize('NFC'), from, to: from + run.length, isPair: false };
}

function addPairs(run: string, from: number, found: Word[]): void {
  const add = (start: number, end: number) => {
    found.push({ word: run.slice(start, end).normalize('NFC'), from: from + start, to: from + end, isPair: true });
  };
  let before: number | undefined;
  for (const { 0: character, index } of run.matchAll(characters)) {
    if (before !== undefined) add(before, index + character.length);
    before = index;
  }
  if (before === 0) add(0, run.length);
}

/** Writing without spaces, or whose words grow endings that search should see through. */
const unspacedScripts = [
  ...['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul', 'Yi', 'Thai', 'Lao', 'Khmer', 'Myanmar'],
  ...['Tai_Le', 'New_Tai_Lue', 'Tai_Tham', 'Tai_Viet', 'Javanese', 'Balinese'],
].map((script) => `\\p{Script=${script}}`);

/** A letter of it; Kana and Han share some, and write zero with a number. */
const unspacedLetter = String.raw`(?=[\p{L}\u3007])[${unspacedScripts.join('')}\u3006\u3031-\u3035\u303c\u30fc]`;
const hasUnspaced = new RegExp(unspacedLetter, 'u');

/** Letters and numbers that stand together. */
const plainRuns = /[a-z0-9]+/g;
const runs = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Of such a run: writing without spaces (group 1), or any other. */
const parts = new RegExp(String.raw`((?:${unspacedLetter}\p{M}*)+)|(?:(?!${unspacedLetter})[\p{L}\p{N}]\p{M}*)+`, 'gu');

/** A syllable of Hangul out of its two or three letters, or any other character with its marks. */
const characters =
  /[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6]?[\u11a8-\u11ff\ud7cb-\ud7fb]?\p{M}*|\P{M}\p{M}*/gu;
