import type { Body } from './body.ts';

/** A piece of a line, for nodes: never for a string of HTML. An `href` is of `http`, `https` or `mailto`. */
export type Inline =
  | string
  | { readonly kind: 'bold'; readonly children: readonly Inline[] }
  | { readonly kind: 'italic'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

/** A part of a message. Line breaks in its text are meant. */
export type Block =
  | { readonly kind: 'text'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string };

/**
 * Reads markdown as chats use it: bold, italic, code, links. Everything else stays as it was written, line breaks too;
 * so does plain text, but for its addresses. Takes time in proportion to the length.
 */
export function parseBody({ format, text }: Body): Block[] {
  return format === 'markdown' ? parseMarkdown(text) : parseText(text);
}

/** Gives the words without the signs, for those who hear them. */
export function wordsOf(nodes: readonly (Block | Inline)[]): string {
  return nodes
    .map((node) => (typeof node === 'string' ? node : 'text' in node ? node.text : wordsOf(node.children)))
    .join('');
}

/** A line that begins or ends a block of code. */
export const fenceLine = /^(```[^\n`]*)$/m;

function parseMarkdown(text: string): Block[] {
  // Text, fence, text, fence and so on; what follows a fence that never ends is text.
  const parts = text.split(fenceLine);
  const unended = parts.length % 4 === 3 ? parts.splice(-3).join('') : undefined;
  if (unended !== undefined) parts.push(unended);
  return parts.flatMap((part, index): Block[] => {
    if (index % 2 === 1) return [];
    if (index % 4 === 2) return [{ kind: 'code', text: part.replace(/^\n|\n$/g, '') }];
    const between = (index === 0 ? part : part.replace(/^\n/, '')).trimEnd();
    return between === '' ? [] : [{ kind: 'text', children: parseInline(between, inlineRules.markdown) }];
  });
}

/** Text as it was written, with its addresses as links. */
function parseText(text: string): Block[] {
  return [{ kind: 'text', children: parseInline(text, inlineRules.text) }];
}

interface Open {
  readonly sign: string;
  readonly children: Inline[];
}

/** What means something within a line, by format; of `markdown`, group 2 is code and group 4 the address of a link. */
export const inlineRules = {
  text: /https?:\/\/[^\s<>]+/gi,
  markdown:
    /\\([\\`*_[\]()#~>-])|`([^`\n]+)`|\[([^[\]\n]{1,500})\]\(((?:https?:\/\/|mailto:)[^\s()<>]{1,2000}(?:\([^\s()<>]{0,500}\))?)\)|https?:\/\/[^\s<>]+|\*{1,3}|__?/gi,
};

/** One pass. At most one of each sign is open at a time, so the work grows with the text and no faster. */
function parseInline(text: string, rule: RegExp): Inline[] {
  const stack: Open[] = [{ sign: '', children: [] }];
  const top = () => stack[stack.length - 1] as Open;
  let position = 0;

  const put = (node: Inline) => {
    const { children } = top();
    const last = children.at(-1);
    if (typeof node === 'string' && typeof last === 'string') children[children.length - 1] = last + node;
    else if (node !== '') children.push(node);
  };
  const fall = () => {
    const { sign, children } = stack.pop() as Open;
    [sign, ...children].forEach(put);
  };
  const mark = (sign: string, start: number) => {
    const before = text[start - 1] ?? ' ';
    const after = text[start + sign.length] ?? ' ';
    const isInWord = sign.startsWith('_') && isWord.test(before) && isWord.test(after);
    const depth = stack.findIndex((open) => open.sign === sign);
    if (depth > 0 && !isSpace.test(before) && !isInWord && top().children.length > 0) {
      while (stack.length - 1 > depth) fall();
      const { children } = stack.pop() as Open;
      put({ kind: sign.length === 2 ? 'bold' : 'italic', children });
    } else if (depth < 0 && !isSpace.test(after) && !isInWord) stack.push({ sign, children: [] });
    else put(sign);
  };

  const scanner = new RegExp(rule);
  for (let match = scanner.exec(text); match; match = scanner.exec(text)) {
    const [whole, escaped, code, label, href] = match;
    const start = match.index;
    // A sign right before stays open over the text between.
    put(text.slice(position, start));
    if (escaped !== undefined) put(escaped);
    else if (code !== undefined) put({ kind: 'code', text: code });
    else if (href !== undefined) put({ kind: 'link', href, children: [label ?? ''] });
    else if (/^h/i.test(whole)) {
      const address = trimAddress(whole);
      put({ kind: 'link', href: address, children: [address] });
      // What was trimmed may end what is bold.
      scanner.lastIndex = start + address.length;
    } else if (whole === '***') {
      const inner = top().sign === '*' ? '*' : '**';
      mark(inner, start);
      mark(inner === '*' ? '**' : '*', start + inner.length);
    } else mark(whole, start);
    position = scanner.lastIndex;
  }
  put(text.slice(position));
  while (stack.length > 1) fall();
  return top().children;
}

const isSpace = /\s/;
const isWord = /[\p{L}\p{N}_]/u;

/** A full stop or bracket after an address belongs to the sentence. */
function trimAddress(address: string): string {
  const trimmed = address.replace(/[.,;:!?'"*_]{1,20}$/, '');
  return trimmed.endsWith(')') && !trimmed.includes('(') ? trimmed.slice(0, -1) : trimmed;
}
