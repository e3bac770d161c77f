/** One result of a header that a server leaves of what it checked (RFC 8601 §2.2). */
export interface ReportedResult {
  /** In lower case: `spf`, `dkim`, `dmarc` or another. */
  readonly method: string;
  /** In lower case. */
  readonly result: string;
  /** By `type.name` in lower case, such as `header.d`; the first of each. */
  readonly properties: ReadonlyMap<string, string>;
  readonly comment: string;
}

export interface ReportedResults {
  /** Who says so, in lower case. */
  readonly server: string;
  readonly results: readonly ReportedResult[];
}

const longest = 16_000;
const mostResults = 50;

/** Reads the value of an Authentication-Results header. Any text gives an answer. */
export function readResults(value: string): ReportedResults {
  const [first = { words: [] }, ...others] = divide(value.slice(0, longest));
  return {
    server: (first.words[0] ?? '').toLowerCase(),
    results: others.slice(0, mostResults).flatMap(({ words, comment = '' }) => resultOf(words, comment) ?? []),
  };
}

interface Part {
  readonly words: string[];
  comment?: string;
}

/** Divides at semicolons and spaces outside of quotes and comments. */
function divide(value: string): readonly Part[] {
  const parts: Part[] = [{ words: [] }];
  let word = '';
  let comment = '';
  let depth = 0;
  let isQuoted = false;
  const endWord = () => {
    if (word !== '') parts.at(-1)?.words.push(word);
    word = '';
  };
  const endPart = () => {
    endWord();
    const part = parts.at(-1);
    if (part) part.comment = comment;
    comment = '';
  };
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    if (character === '\\' && (isQuoted || depth > 0)) {
      at += 1;
      if (depth > 0) comment += value.charAt(at);
      else word += quoted(value.charAt(at));
    } else if (isQuoted) {
      if (character === '"') isQuoted = false;
      else word += quoted(character);
    } else if (character === '(' || (character === ')' && depth > 0)) {
      depth += character === '(' ? 1 : -1;
      if (depth === 0) comment += ' ';
    } else if (depth > 0) comment += character;
    else if (character === '"') isQuoted = true;
    else if (character === ';') {
      endPart();
      parts.push({ words: [] });
    } else if (/\s/.test(character)) endWord();
    else word += character;
  }
  endPart();
  return parts;
}

/** Stands for what would divide, were it not quoted. */
const divider = '\0';

function quoted(character: string): string {
  return /[\s=]/.test(character) ? divider : character;
}

/** Spaces may stand around the signs of equality, too. */
function resultOf(words: readonly string[], comment: string): ReportedResult | undefined {
  const pairs = [
    ...words
      .join(' ')
      .replace(/\s*=\s*/g, '=')
      .matchAll(/([^\s=]{1,100})=(\S*)/g),
  ];
  const [first, ...others] = pairs.map(([, name = '', text = '']) => [name.toLowerCase(), text] as const);
  if (!first) return undefined;
  const properties = new Map<string, string>();
  for (const [name, text] of others) if (!properties.has(name)) properties.set(name, text.replaceAll(divider, ' '));
  // A version may follow the method.
  return {
    method: first[0].replace(/\/\d+$/, ''),
    result: first[1].toLowerCase(),
    properties,
    comment: comment.trim(),
  };
}
