import { attributionWords } from './attribution-words.ts';
import { hasAddress, hasTime, hasYear } from './dates.ts';

/** How sure it is that a text introduces a quote: `weak` needs quoted lines to follow it. */
export type Attribution = 'sure' | 'weak';

const lengthLimit = 400;
const wordsLimit = 40;
const nameLimit = 8;

const languages = Object.values(attributionWords);
const escaped = (word: string): string => word.replace(/[()/.]/gu, '\\$&').replaceAll(' ', '\\s');
const longestFirst = (words: readonly string[]): string =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

const verbs = longestFirst(languages.flatMap((language) => language.verbs));
const leads = longestFirst(languages.flatMap((language) => language.leads));
// All of these read lower-cased text: a pattern with so many words and no regard to case takes long to set up.
// Asian scripts set no space before a verb, and some clients forget it after an address.
const verb = new RegExp(`(?:(?<=[^\\p{L}])|(?<=\\p{Lo}))(?:${verbs})(?!\\p{Ll})`, 'u');
const verbLast = new RegExp(`(?:^|[^\\p{Ll}])(?:${verbs})[\\s:：*_|-]*$`, 'u');
const lead = new RegExp(`^(?:${leads})[\\s\\d,،:-]`, 'u');
const addressThenVerb = new RegExp(`@[^\\s<>()]+[\\s>)\\]"',]*(?:${verbs})(?!\\p{Ll})`, 'u');
const addressThenVerbLast = new RegExp(`@[^\\s<>()]+[>)\\]]+\\s(?:${verbs})$`, 'u');
// Whoever tells what they themselves wrote quotes nobody.
const self = "i|we|i['’]ve|ich|wir|ik|wij|we|j['’]ai|nous avons|jag|jeg|vi|yo|eu|io|я|мы|ми";
const ownVerb = new RegExp(`(?<!\\p{L})(?:${self})\\s(?:${verbs})(?!\\p{L})|(?:${verbs})\\s(?:${self})(?!\\p{L})`, 'u');

const frame = /^[\s*_|"'“„«-]+|[\s*_|-]+$/gu;
const dashed = /^-{2,}[^-].*[^-]-{2,}$/u;
const datePart = /^(?:\d|[\p{L}\p{M}]{1,16}[.,،]{0,2}\s?(?:[\p{L}\p{M}]{1,16}[.,،]{0,2}\s?){0,2}\d)/u;
const addressLast = /@[^\s<>()]+\s?[>)\]]*\s?>?["']?\s?[:：]$/u;
const closedAddressLast = /@[^\s<>()]+\s?[>)\]]+\s?[:：]?$/u;
const nameThenAddress = /^(?:[^\s@]+\s){1,7}<?[<([]\s?(?:mailto:)?[^\s@]+@[^\s<>()]+[>)\]]/u;
const zoned = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}\s\d{1,2}:\d{2}\s(?:GMT|UTC)[+-]\d/u;
const sentence = /[?!。？！]\s|\p{Ll}{3}\.\s\p{Lu}\p{Ll}+\s\p{Ll}+\s\p{Ll}/u;

/** Whether `text` (one line, or wrapped lines joined) says that someone wrote at some time what follows. */
export function readAttribution(text: string): Attribution | undefined {
  if (text.length < 8 || text.length > lengthLimit) return undefined;
  if (zoned.test(text)) return 'sure';
  const core = text.replace(frame, '');
  const lower = core.toLowerCase();
  const spoken = verb.exec(lower);
  if (spoken && dashed.test(text)) return 'sure';
  if (sentence.test(core) || core.split(' ').length > wordsLimit) return undefined;
  const addressed = hasAddress(core);
  const dated = hasYear(core);
  const timed = hasTime(core);
  const begins = beginsWithDate(core);
  if (!/[:：]$/u.test(core)) {
    if (begins && dated && timed && addressThenVerbLast.test(lower)) return 'sure';
    return begins && dated && (closedAddressLast.test(core) || (spoken && addressed)) ? 'weak' : undefined;
  }
  if (begins && addressed && dated && timed && closedAddressLast.test(core)) return 'sure';
  if (begins && spoken) {
    const named = verbLast.test(lower) || addressLast.test(core) || addressThenVerb.test(lower);
    if (addressed && (dated || timed) && named) return 'sure';
    const wordsAfter = lower.slice(spoken.index).split(' ').length;
    return dated && timed && !addressed && wordsAfter <= nameLimit && !ownVerb.test(lower)
      ? 'sure'
      : weakIf(/\d/u, core);
  }
  if (spoken && nameThenAddress.test(core) && (addressThenVerb.test(lower) || (dated && verbLast.test(lower))))
    return 'sure';
  // Above quoted lines, an address and a time say enough in a language without a verb in the table.
  return addressed && dated && timed ? 'weak' : undefined;
}

function weakIf(pattern: RegExp, text: string): Attribution | undefined {
  return pattern.test(text) ? 'weak' : undefined;
}

/** Whether a line begins as attributions with a date do, in any language. */
export function beginsWithDate(text: string): boolean {
  return lead.test(text.toLowerCase()) || datePart.test(text);
}

/** Whether a line ends with "wrote", in any language: some clients leave the colon away. */
export function endsWithVerb(text: string): boolean {
  return verbLast.test(text.slice(-40).toLowerCase());
}

/** Where in a line that ends with a colon an attribution begins behind the sender's own words; -1 when none does. */
export function findSharedAttribution(text: string): number {
  if (text.length > lengthLimit * 2) return -1;
  for (const match of text.matchAll(/(?<=[\p{L}\p{N}.!?)…]\s?)(?:-{2,}\s?|(?<=\s))\p{Lu}\p{L}{0,8}\s[^:]{0,14}?\d/gu)) {
    const rest = text.slice(match.index);
    if (lead.test(rest.replace(frame, '').toLowerCase()) && readAttribution(rest) === 'sure') return match.index;
  }
  return -1;
}
