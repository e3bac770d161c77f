import type { MailHeaders } from '../inbound/mail-headers.ts';
import { decodeWords } from './decode-words.ts';
import { parameterOf } from './media-type.ts';
import { foldText, textOfPart } from './text-of-part.ts';
import { type MailPart, walkMail } from './walk-mail.ts';

/** What the rules look at. Every text is folded as phrases are. */
export interface ReadMail {
  readonly headers: MailHeaders;
  readonly parts: readonly MailPart[];
  /** Of multipart/report (RFC 6522); else empty. */
  readonly reportType: string;
  readonly subject: string;
  /** Whether the subject says that somebody answers or passes on. */
  readonly isReply: boolean;
  /** Whether nothing may be sent back: the null reverse-path of RFC 5321 §4.5.5. */
  readonly hasNullSender: boolean;
  readonly from: { readonly name: string; readonly local: string; readonly domain: string };
  /** The first text without quoted lines. */
  opening(): string;
  /** Whether the first text states what a server answered: a reply code with an enhanced status. */
  hasCodes(): boolean;
  /** Whether the first text goes on with the header of a mail. */
  hasHeadersInText(): boolean;
  hasPart(...types: string[]): boolean;
  /** The first word of a header in lower case, without parameters and comments. */
  word(...names: string[]): string;
}

const longestOpening = 4000;

export function readMail(raw: Uint8Array, envelopeSender?: string): ReadMail {
  const { headers, type, parts } = walkMail(raw);
  const subject = foldText(decodeWords(headers.first('subject') ?? '')).replace(/^(?:\[[^\]]{1,30}\] ?){1,3}/, '');
  const shown = lazily(() => shownText(parts));
  const opening = lazily(() => openingOf(shown()));
  return {
    headers,
    parts,
    reportType: type === 'multipart/report' ? reportTypeOf(headers) : '',
    subject,
    isReply: replyPrefix.test(subject),
    hasNullSender: envelopeSender === undefined ? isNullPath(headers.first('return-path')) : envelopeSender === '',
    from: senderOf(headers.first('from') ?? ''),
    opening,
    hasCodes: () => codes.test(opening().slice(0, 2000)),
    hasHeadersInText: () => headersInText.test(shown().slice(0, 20_000)),
    hasPart: (...types) => parts.some((part) => types.includes(part.type)),
    word: (...names) => firstWord(names.map((name) => headers.first(name)).find((value) => value !== undefined)),
  };
}

function firstWord(value = ''): string {
  return (/^\s{0,99}([^;,\s(]{1,100})/.exec(value)?.[1] ?? '').toLowerCase();
}

function isNullPath(path = ''): boolean {
  return /^\s*<\s*>/.test(path);
}

function reportTypeOf(headers: MailHeaders): string {
  return parameterOf(headers.first('content-type'), 'report-type').toLowerCase() || 'unnamed';
}

function senderOf(from: string): ReadMail['from'] {
  const value = from.slice(0, 2000);
  const bracket = value.lastIndexOf('<');
  const address = (bracket < 0 ? value : value.slice(bracket + 1)).replace(/[>\s].*$/s, '').toLowerCase();
  const at = address.lastIndexOf('@');
  return {
    name: foldText(decodeWords(bracket < 0 ? value : value.slice(0, bracket)).replaceAll('"', '')),
    local: at < 0 ? address : address.slice(0, at),
    domain: at < 0 ? '' : address.slice(at + 1),
  };
}

function shownText(parts: readonly MailPart[]): string {
  const part = parts.find(({ type }) => type === 'text/plain') ?? parts.find(({ type }) => type === 'text/html');
  return part ? textOfPart(part) : '';
}

function openingOf(text: string): string {
  const own = text
    .slice(0, 4 * longestOpening)
    .split('\n')
    .filter((line) => !line.startsWith('>'));
  return foldText(own.join('\n')).slice(0, longestOpening);
}

function lazily<T>(read: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: read() };
    return found.value;
  };
}

const codes =
  /(?:^|[\s(<:'"])[45]\d\d[ -]{1,3}(?:#?[45]\.\d{1,3}\.\d{1,3}\b|requested action|<)|#[45]\.\d{1,3}\.\d{1,3}\b/;
const headersInText = /^[ \t]{0,8}(?:received|return-path|message-id|x-received|dkim-signature): ?\S/im;

/** As mail programs of many languages begin the subject of an answer or of a mail passed on. */
const replyPrefix =
  /^(?:re|r|aw|wg|sv|vs|vl|antw|antwort|fw|fwd|tr|rv|res|enc|doorst|odp|pd|ynt|ilt|i|vb|vá|továbbítás|atb|σχετ|πρθ|отв|на|пересл|vast|videresendt|videres|transf|rif|inoltro|ref|bls|trs|nb|回复|转发|回覆|轉寄|答复|답장|전달|返信|転送|רe|השב|הועבר|رد|إعادة توجيه)(?:\[\d{1,3}\]|\(\d{1,3}\))? ?:/u;
