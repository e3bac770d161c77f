import type { Body } from '@deskkit/core';

/** A piece of text within a paragraph. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string };

/** Plain text keeps its lines and gets its web addresses as links; markdown is read as `parseMarkdown` says. */
export function parseBody({ format, text }: Body): readonly Block[] {
  return format === 'markdown' ? parseMarkdown(text) : paragraphs(text, plainToken);
}

/**
 * The small part of markdown that messages are written in: paragraphs, line breaks, bold, italic, code and links.
 * What it does not know stays as it was written. Lengths within a piece are bounded, so that no text takes long.
 */
function parseMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const fence = /^```[^\n`]*\n([\s\S]{0,20000}?)^```[ \t]*$/gm;
  let from = 0;
  for (const match of text.matchAll(fence)) {
    blocks.push(...paragraphs(text.slice(from, match.index), markdownToken));
    blocks.push({ kind: 'code', text: (match[1] ?? '').replace(/\n$/, '') });
    from = match.index + match[0].length;
  }
  blocks.push(...paragraphs(text.slice(from), markdownToken));
  return blocks;
}

function paragraphs(text: string, token: string): Block[] {
  return text
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', children: parseInline(paragraph, token, 0) }));
}

const deepest = 4;
const bare = '(?<bare>\\bhttps?:\\/\\/[^\\s<>"`]{1,2000})';
const plainToken = `(?<newline>\\n)|${bare}`;
const markdownToken = [
  '(?<newline> *\\\\?\\n)',
  '\\\\(?<escaped>[\\\\`*_[\\]()#~>-])',
  '(?<ticks>`{1,3})(?<code>[^`](?:[^`]{0,2000}))\\k<ticks>(?!`)',
  '\\*\\*(?<strong>(?! )[^\\n]{1,1000}?(?<! ))\\*\\*(?!\\*)',
  '\\*(?<star>(?![ *])[^*\\n]{0,1000}(?<! ))\\*',
  '(?<![\\p{L}\\p{N}_])_(?<line>(?![ _])[^_\\n]{0,1000}(?<! ))_(?![\\p{L}\\p{N}_])',
  '\\[(?<label>[^\\]\\n]{1,1000})\\]\\((?<target>[^\\s()]{1,2000}(?:\\([^\\s()]{0,500}\\))?)\\)',
  bare,
].join('|');

function parseInline(text: string, token: string, depth: number): readonly Inline[] {
  if (depth > deepest) return [{ kind: 'text', text }];
  const pieces: Inline[] = [];
  const scanner = new RegExp(token, 'giu');
  let plain = '';
  const flush = () => {
    if (plain) pieces.push({ kind: 'text', text: plain });
    plain = '';
  };
  let from = 0;
  for (let match = scanner.exec(text); match; match = scanner.exec(text)) {
    plain += text.slice(from, match.index);
    const address = match.groups?.bare?.replace(/[.,;:!?')\]*_]+$/, '');
    if (address) scanner.lastIndex = match.index + address.length;
    from = scanner.lastIndex;
    const piece = address ? linkTo(address, [{ kind: 'text', text: address }]) : pieceOf(match.groups ?? {}, depth);
    if (typeof piece === 'string') plain += piece;
    else if (piece) {
      flush();
      pieces.push(piece);
    } else plain += match[0];
  }
  plain += text.slice(from);
  flush();
  return pieces;
}

/** A string is text as it stands; `undefined` means that the match is nothing after all. */
function pieceOf(
  { newline, escaped, code, strong, star, line, label, target }: Record<string, string | undefined>,
  depth: number,
): Inline | string | undefined {
  if (newline !== undefined) return { kind: 'break' };
  if (escaped) return escaped;
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong) return { kind: 'strong', children: parseInline(strong, markdownToken, depth + 1) };
  const emphasis = star || line;
  if (emphasis) return { kind: 'emphasis', children: parseInline(emphasis, markdownToken, depth + 1) };
  return label && target ? linkTo(target, parseInline(label, markdownToken, deepest)) : undefined;
}

function linkTo(target: string, children: readonly Inline[]): Inline | undefined {
  const href = safeHref(target);
  return href === undefined ? undefined : { kind: 'link', href, children };
}

/** Only web and mail addresses become links; everything else stays text. */
function safeHref(target: string): string | undefined {
  const url = URL.canParse(target) ? new URL(target) : undefined;
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}
