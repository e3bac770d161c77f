import { createMailHeaders, type MailHeaders } from '../inbound/mail-headers.ts';
import { mediaTypeOf, parameterOf } from './media-type.ts';

const mostRead = 16_000_000;
const mostOfHeader = 1_000_000;
const mostParts = 200;
const deepest = 30;
const longestBoundary = 250;
const cr = 0x0d;
const lf = 0x0a;

/** A part of a mail that holds no further parts for us: text, a file, or a whole mail that was attached. */
export interface MailPart {
  readonly headers: MailHeaders;
  /** In lower case, without parameters. */
  readonly type: string;
  /** Undecoded, one character for each byte, lines ended by LF. */
  readonly raw: string;
}

export interface WalkedMail {
  readonly headers: MailHeaders;
  readonly type: string;
  /** In their order, from however deep. An attached mail is one part. */
  readonly parts: readonly MailPart[];
}

/**
 * Reads the headers and parts of a mail (RFC 5322, RFC 2046) in one pass over its first 16 MB: 1 MB of each header,
 * 200 parts, 30 levels. Any bytes give an answer.
 */
export function walkMail(raw: Uint8Array): WalkedMail {
  const text = textOfBytes(raw);
  const parts: MailPart[] = [];
  const boundaries: string[] = [];
  let top: Omit<MailPart, 'raw'> | undefined;
  let open: Omit<MailPart, 'raw'> | undefined;
  let inHeader = true;
  let start = 0;
  let topBody = text.length;

  const beginBody = (headerEnd: number, bodyStart: number) => {
    const headers = readHeaders(text.slice(start, Math.min(headerEnd, start + mostOfHeader)));
    const type = mediaTypeOf(headers.first('content-type'));
    if (!top) {
      top = { headers, type };
      topBody = bodyStart;
    }
    const boundary = type.startsWith('multipart/') ? parameterOf(headers.first('content-type'), 'boundary') : '';
    const isOpened = boundary !== '' && boundary.length <= longestBoundary && boundaries.length < deepest;
    if (isOpened) boundaries.push(`--${boundary}`);
    open = isOpened ? undefined : { headers, type };
    inHeader = false;
    start = bodyStart;
  };
  const endPart = (at: number) => {
    if (inHeader) beginBody(at, at);
    if (open) parts.push({ ...open, raw: text.slice(start, Math.max(start, at)) });
    open = undefined;
  };

  let at = 0;
  while (at < text.length && parts.length < mostParts) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const level = text.startsWith('--', at) ? levelOf(boundaries, text, at, end) : -1;
    if (level >= 0) {
      endPart(at - 1);
      const isLast = text.startsWith('--', at + (boundaries[level] ?? '').length);
      boundaries.length = isLast ? level : level + 1;
      inHeader = !isLast;
      start = end + 1;
    } else if (inHeader && end === at) beginBody(at, at + 1);
    at = end + 1;
  }
  if (parts.length < mostParts) endPart(text.length);

  const { headers, type } = top ?? { headers: createMailHeaders([]), type: 'text/plain' };
  if (parts.length === 0) parts.push({ headers: createMailHeaders([]), type: 'text/plain', raw: text.slice(topBody) });
  return { headers, type, parts };
}

/** Reads a header block on its own, as in text/rfc822-headers; `text` may go on with a body. */
export function readHeaders(text: string): MailHeaders {
  const lines: { key: string; line: string }[] = [];
  let unfinished = '';
  const finish = () => {
    const key = /^[\x21-\x39\x3b-\x7e]{1,200}(?=[ \t]{0,9}:)/.exec(unfinished)?.[0];
    if (key) lines.push({ key: key.toLowerCase(), line: unfinished });
  };
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (end === at && lines.length + unfinished.length > 0) break;
    const line = text.slice(at, end);
    const isFolded = line.startsWith(' ') || line.startsWith('\t') || isForgottenFold(unfinished, line);
    if (isFolded) unfinished += `\n${line}`;
    else {
      finish();
      unfinished = line;
    }
    at = end + 1;
  }
  finish();
  return createMailHeaders(lines);
}

/** Some servers put a header's parameters on a line of their own without the space that folds it. */
function isForgottenFold(before: string, line: string): boolean {
  return before.endsWith(';') && /^[\w-]{1,40}=/.test(line);
}

function levelOf(boundaries: readonly string[], text: string, at: number, end: number): number {
  return boundaries.findLastIndex((boundary) => {
    const rest = at + boundary.length;
    return end - rest < 100 && text.startsWith(boundary, at) && /^(?:--)?[ \t]*$/.test(text.slice(rest, end));
  });
}

/** One LF for each line end, also where devices end lines with a lone CR; without BOM and mbox line. */
function textOfBytes(raw: Uint8Array): string {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, mostRead));
  const text = (bytes.includes(cr) ? withLineFeeds(bytes) : bytes).toString('latin1');
  return text.replace(/^(?:\u00ef\u00bb\u00bf)?\n{0,9}(?:>?From [^\n]{0,1000}\n)?/, '');
}

/** Two CRs before a line feed are one line end with it. */
function withLineFeeds(bytes: Buffer): Buffer {
  const repaired = Buffer.alloc(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === cr) {
      if (bytes[at + 1] === lf) at += 1;
      else if (bytes[at + 1] === cr && bytes[at + 2] === lf) at += 2;
    }
    repaired[length++] = byte === cr ? lf : byte;
  }
  return repaired.subarray(0, length);
}
