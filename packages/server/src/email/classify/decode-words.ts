import { decodeQuotedPrintable, decodeText } from './decode-text.ts';

/**
 * A header's value as people read it: encoded words decoded (RFC 2047), words of one charset joined before they are
 * read, as a character may be cut between them. Only the first 4,000 characters.
 */
export function decodeWords(value: string): string {
  const limited = value.slice(0, 4000);
  let decoded = '';
  let at = 0;
  let held = { charset: '', bytes: '' };
  const release = () => {
    decoded += held.bytes === '' ? '' : decodeText(Buffer.from(held.bytes, 'latin1'), held.charset);
    held = { charset: '', bytes: '' };
  };
  for (const match of limited.matchAll(encodedWord)) {
    const [whole, charset = '', encoding = '', content = ''] = match;
    const between = limited.slice(at, match.index);
    if (at === 0 || between.trim() !== '') {
      release();
      decoded += plain(between);
    }
    if (held.charset !== charset.toLowerCase()) release();
    const bytes =
      encoding.toLowerCase() === 'b'
        ? Buffer.from(content, 'base64').toString('latin1')
        : decodeQuotedPrintable(content.replaceAll('_', ' '));
    held = { charset: charset.toLowerCase(), bytes: held.bytes + bytes };
    at = match.index + whole.length;
  }
  release();
  return decoded + plain(limited.slice(at));
}

const encodedWord = /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,1000}(?: [^?\s]{0,200}){0,20})\?=/gi;
const notAscii = /[^\t -~]/;

function plain(text: string): string {
  return notAscii.test(text) ? decodeText(Buffer.from(text, 'latin1')) : text;
}
