import { foldText } from './text-of-part.ts';

/** Phrases as data, between bars. They are folded as the text is that they are looked for in. */
export function phrases({ raw }: TemplateStringsArray): readonly string[] {
  return raw
    .join('')
    .split('|')
    .map(foldText)
    .filter((phrase) => phrase !== '');
}

/** Whether folded text holds one of the phrases. */
export function holds(text: string, table: readonly (string | RegExp)[]): boolean {
  return table.some((phrase) => (typeof phrase === 'string' ? text.includes(phrase) : phrase.test(text)));
}

/** Whether folded text begins with one of the phrases, as a whole word where it is written in an alphabet. */
export function beginsWith(text: string, table: readonly string[]): boolean {
  return table.some((phrase) => {
    if (!text.startsWith(phrase)) return false;
    return !endsInAlphabet.test(phrase) || !/^\p{L}/u.test(text.slice(phrase.length));
  });
}

const endsInAlphabet = /(?![\u3040-\u9fff\uac00-\ud7a3])\p{L}$/u;
