import { normaliseLabel } from './definition.ts';

/** Labels of links that the text defines, as `normaliseLabel` gives them. */
export type KnownLabels = ReadonlySet<string>;

/** Behind the link whose words end with the `]` at `close`; `undefined` when they are no link's. */
export function linkEnd(
  text: string,
  words: string | undefined,
  close: number,
  known: KnownLabels,
): number | undefined {
  const next = close + 1;
  const target = text[next] === '(' ? targetEnd(text, next) : undefined;
  if (target !== undefined || known.size === 0) return target;
  const label = text[next] === '[' ? labelAt(text, next) : undefined;
  const name = label === undefined || label === '[]' ? words : label.slice(1, -1);
  if (name === undefined || !known.has(normaliseLabel(name))) return undefined;
  return next + (label?.length ?? 0);
}

function labelAt(text: string, open: number): string | undefined {
  const label = /\[(?:[^\\[\]]|\\[\s\S]){0,999}\]/y;
  label.lastIndex = open;
  return label.exec(text)?.[0];
}

/** Behind the `(address "title")` that begins at `open`. */
function targetEnd(text: string, open: number): number | undefined {
  const address = addressEnd(text, spaceEnd(text, open + 1));
  if (address === undefined) return undefined;
  const title = spaceEnd(text, address);
  const behind = title > address ? spaceEnd(text, titleEnd(text, title)) : title;
  return text[behind] === ')' ? behind + 1 : undefined;
}

/** More brackets in each other than an address has; without a limit, each of a million could be the first. */
const deepest = 32;

function addressEnd(text: string, from: number): number | undefined {
  if (text[from] === '<') {
    const end = behind(/<[^<>\r\n]*>/y, text, from);
    return end === from ? undefined : end;
  }
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign <= ' ') return depth === 0 ? at : undefined;
    if (sign === '\\' && /[()\\]/.test(text[at + 1] ?? '')) at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth < 0) return at;
    if (depth > deepest) return undefined;
  }
  return undefined;
}

function titleEnd(text: string, from: number): number {
  return behind(
    /"(?:[^"\\]|\\[\s\S]){0,999}"|'(?:[^'\\]|\\[\s\S]){0,999}'|\((?:[^()\\]|\\[\s\S]){0,999}\)/y,
    text,
    from,
  );
}

function spaceEnd(text: string, from: number): number {
  return behind(/\s*/y, text, from);
}

/** Behind the match that begins at `from`; `from` itself when none does. */
function behind(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}
