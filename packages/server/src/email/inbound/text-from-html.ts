import { compile } from 'html-to-text';

/** What is longer is cut: reading it would hold up everything else. */
export const htmlLimit = 500_000;
const deepest = 500;

const convert = compile({
  wordwrap: false,
  preserveNewlines: false,
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
  limits: { maxDepth: deepest },
});

/** The words of an HTML mail as plain text, in bounded time: of markup nested beyond reason the bare words. */
export function textFromHtml(html: string): string {
  const input = html.length > htmlLimit ? upToWholeTag(html.slice(0, htmlLimit)) : html;
  return convert(isTooDeep(input) ? withoutTags(input).slice(0, htmlLimit) : input).trim();
}

function upToWholeTag(html: string): string {
  const last = html.lastIndexOf('<');
  return html.indexOf('>', last) < 0 ? html.slice(0, Math.max(last, 0)) : html;
}

/** Parsing takes a time that grows with the square of the depth. Counts unclosed elements, so rather too many. */
function isTooDeep(html: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,30})/gi)) {
    const name = tag.toLowerCase();
    if (empty.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (slash && count === 0) continue;
    open.set(name, slash ? count - 1 : count + 1);
    depth += slash ? -1 : 1;
    if (depth > deepest) return true;
  }
  return false;
}

const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** What is left of `<` afterwards is text, so that no new tag comes of the pieces. */
function withoutTags(html: string): string {
  return html
    .replace(/<(script|style|head)\b[^<]*(?:<(?!\/\1\b)[^<]*)*(?:<\/\1[^<>]*>?|$)/gi, ' ')
    .replace(/<(?:br|p|div|tr|li)\b[^<>]*>/gi, '&#10;')
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('<', '&lt;');
}
