import { type Headers, parseAddressHeader } from 'mailparser';
import { decodeWords } from '../classify/decode-words.ts';
import type { MailHead } from './understood-mail.ts';

const mostLines = 500;
const longestLine = 4000;
const people = new Set(['from', 'to', 'cc', 'reply-to', 'sender']);

/** The head of a mail that nothing else could read: of its first bytes, in bounded time. */
export function readHead(beginning: Uint8Array): MailHead {
  const text = Buffer.from(beginning)
    .toString('latin1')
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:\u00ef\u00bb\u00bf)?\n{0,9}(?:>?From [^\n]{0,1000}\n)?/, '');
  const end = text.indexOf('\n\n');
  const lines: { key: string; line: string }[] = [];
  for (const line of (end < 0 ? text : text.slice(0, end)).split(/\n(?![ \t])/).slice(0, mostLines)) {
    const key = /^[\x21-\x39\x3b-\x7e]{1,200}(?=[ \t]{0,9}:)/.exec(line)?.[0];
    if (key) lines.push({ key: key.toLowerCase(), line: line.slice(0, longestLine) });
  }
  const decoded: Headers = new Map();
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\n/g, ' ')
      .trim();
    if (decoded.has(key)) continue;
    if (people.has(key)) decoded.set(key, parseAddressHeader(value));
    else if (key === 'subject') decoded.set(key, decodeWords(value));
  }
  return { lines, decoded };
}
