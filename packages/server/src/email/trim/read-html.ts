import { Parser } from 'htmlparser2';
import { type HtmlMarker, isOriginalComment, markerOf } from './html-markers.ts';
import { cleanLine, type Line, type LineMark, lineLimit, linesLimit } from './line.ts';

/** An element that is open at some place, within its parent. */
export interface OpenElement {
  readonly name: string;
  readonly parent: OpenElement | undefined;
  readonly depth: number;
  /** Where its tag stands in the source. */
  readonly tagStart: number;
  readonly tagEnd: number;
}

interface HtmlLine extends Line {
  /** The innermost element that is open where the line starts. */
  readonly within: OpenElement | undefined;
}

export interface ReadHtml {
  readonly lines: readonly HtmlLine[];
  /** The innermost element that is never closed. */
  readonly atEnd: OpenElement | undefined;
}

interface Frame extends OpenElement {
  readonly parent: Frame | undefined;
  readonly quoted: Line['quoted'];
  readonly quoteRule: string | undefined;
  readonly mark: LineMark | undefined;
}

const depthLimit = 1000;
const chunkLength = 16_384;
const lineEnds = new Set(
  'address article aside blockquote body br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const wordless = new Set(['script', 'style', 'title', 'template', 'noscript']);
/** Stands for an image, which is something the sender shows. */
const image = '\ufffc';

/** Reads the lines of a mail's HTML as they are shown; undefined for one nested too deeply to be a person's. */
export function readHtml(html: string): ReadHtml | undefined {
  const lines: HtmlLine[] = [];
  let top: Frame | undefined;
  let silent = 0;
  let preformatted = 0;
  let words = '';
  let line:
    | { readonly start: number; readonly within: Frame | undefined; readonly frame: Frame | undefined }
    | undefined;
  let gap: { readonly start: number; readonly within: Frame | undefined } | undefined;
  let rest: LineMark | undefined;

  const endLine = (): void => {
    if (!line) return;
    const text = cleanLine(words);
    if (text !== '' && lines.length < linesLimit) lines.push(toLine(text, line.start, line.within, line.frame, rest));
    if (text !== '') rest = undefined;
    words = '';
    if (text !== '') gap = undefined;
    else gap ??= { start: line.start, within: line.within };
    line = undefined;
  };
  const addWords = (text: string, start: number): void => {
    if (!line) {
      if (text.trim() === '') return;
      line = { start: gap?.start ?? start, within: gap ? gap.within : top, frame: top };
    }
    if (words.length < lineLimit) words += text.slice(0, lineLimit);
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      if (lineEnds.has(name)) endLine();
      if (!line) gap ??= { start: parser.startIndex, within: top };
      const marker = silent === 0 && hasAny(attributes) ? markerOf(name, attributes) : undefined;
      if (marker?.kind === 'rest') rest = { kind: 'rest', rule: marker.rule };
      top = openFrame(name, top, parser.startIndex, parser.endIndex + 1, marker);
      if (wordless.has(name)) silent++;
      if (name === 'pre') preformatted++;
      if (name === 'img') addWords(` ${image} `, parser.startIndex);
      if (name === 'td' || name === 'th') addWords(' ', parser.startIndex);
    },
    ontext(text) {
      if (silent > 0) return;
      if (preformatted === 0 || !text.includes('\n')) return addWords(text, parser.startIndex);
      let start = parser.startIndex;
      for (const part of text.split('\n')) {
        if (start > parser.startIndex) endLine();
        addWords(part, start);
        start += part.length + 1;
      }
    },
    oncomment(text) {
      if (isOriginalComment(text)) rest = { kind: 'rest', rule: 'original-comment' };
    },
    onclosetag(name, implied) {
      if (lineEnds.has(name)) endLine();
      // A paragraph that the next tag ends is still open in front of that tag.
      if (implied && !line && html[parser.startIndex + 1] !== '/') gap ??= { start: parser.startIndex, within: top };
      if (wordless.has(name)) silent--;
      if (name === 'pre') preformatted--;
      top = top?.parent;
    },
  });
  let atEnd: Frame | undefined;
  for (let at = 0; at < html.length; at += chunkLength) {
    parser.write(html.slice(at, at + chunkLength));
    atEnd = top;
    if ((top?.depth ?? 0) > depthLimit) return undefined;
  }
  parser.end();
  endLine();
  return { lines, atEnd };
}

function hasAny(attributes: Readonly<Record<string, string>>): boolean {
  for (const _ in attributes) return true;
  return false;
}

function openFrame(
  name: string,
  parent: Frame | undefined,
  tagStart: number,
  tagEnd: number,
  marker: HtmlMarker | undefined,
): Frame {
  const depth = (parent?.depth ?? 0) + 1;
  let quoted = parent?.quoted ?? false;
  let quoteRule = parent?.quoteRule;
  let mark = parent?.mark;
  if (quoted !== 'marked') {
    if (marker?.kind === 'quote') {
      quoted = 'marked';
      quoteRule = marker.rule;
    } else if (marker?.kind === 'signature' || marker?.kind === 'forward') {
      mark = { kind: marker.kind, rule: marker.rule };
    } else if (name === 'blockquote' && marker?.kind !== 'citation') quoted = 'block';
  }
  return { name, parent, depth, tagStart, tagEnd, quoted, quoteRule, mark };
}

function toLine(
  text: string,
  start: number,
  within: Frame | undefined,
  frame: Frame | undefined,
  rest: LineMark | undefined,
): HtmlLine {
  const signs = /^>[\s>]*/u.exec(text)?.[0] ?? '';
  const inQuote = frame?.quoted ?? false;
  return {
    text: text.slice(signs.length),
    start,
    within,
    quoted: inQuote || (signs ? 'sign' : false),
    quoteRule: frame?.quoteRule,
    // What a quoted mail was marked with says nothing about the mail that quotes it.
    mark: inQuote ? undefined : (rest ?? frame?.mark),
  };
}
