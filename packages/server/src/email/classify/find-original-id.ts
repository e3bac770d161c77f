import type { ReadMail } from './read-mail.ts';
import { textOfPart } from './text-of-part.ts';
import { type MailPart, readHeaders } from './walk-mail.ts';

const originals = new Set([
  'message/rfc822',
  'message/global',
  'message/partial',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global-headers',
]);
const fieldNames = ['x-original-message-id', 'original-message-id', 'x-ms-exchange-original-message-id'];

/** A line of a header, of a table or of JSON that names a Message-ID. */
const labelled =
  /\b(?:original[- ])?message[- ]?id["']?\s{0,3}[:=]\s{0,99}["']?(<[^<>\s"]{1,900}>|[^<>\s"',@]{1,500}@[^<>\s"',]{1,400})/gi;
const jsonHeader = /"name" ?: ?"message-id" ?, ?"value" ?: ?"(<?[^"\s<>]{1,900}>?)"/i;

/** The Message-ID of the mail that a notice is about, with its angle brackets. */
export function findOriginalId(mail: ReadMail): string | undefined {
  const own = bracketed(mail.headers.first('message-id') ?? '');
  for (const part of mail.parts.filter(({ type }) => originals.has(type))) {
    const id = bracketed(readHeaders(textOfOriginal(part)).first('message-id') ?? '');
    if (id !== undefined && id !== own) return id;
  }
  for (const { headers } of mail.parts) {
    const id = bracketed(headers.first('message-id') ?? '');
    if (id !== undefined && id !== own) return id;
  }
  const [named] = fieldNames.map((name) => bracketed(mail.headers.first(name) ?? '')).filter((id) => id !== undefined);
  if (named !== undefined) return named;
  for (const part of mail.parts.filter(({ type }) => /^(?:text|message)\//.test(type))) {
    const text = textOfPart(part);
    const inJson = bracketed(jsonHeader.exec(text)?.[1] ?? '');
    if (inJson !== undefined) return inJson;
    for (const [, found = ''] of text.matchAll(labelled)) {
      const id = bracketed(found);
      if (id !== undefined && id !== own) return id;
    }
  }
  return answered(mail, own);
}

/** Notices without the original may still say which mail they answer. */
function answered({ headers }: ReadMail, own: string | undefined): string | undefined {
  const ids = ['in-reply-to', 'references'].flatMap((name) => {
    const id = bracketed((headers.first(name) ?? '').slice(-1000).replace(/^.*(?=<)/s, ''));
    return id === undefined || id === own ? [] : [id];
  });
  return ids[0];
}

function textOfOriginal(part: MailPart): string {
  return textOfPart({ ...part, type: 'text/plain' }).replace(/^\s{1,99}/, '');
}

function bracketed(value: string): string | undefined {
  const id = /^\s{0,99}<?([^<>\s]{1,900})/.exec(value)?.[1];
  return id === undefined ? undefined : `<${id}>`;
}
