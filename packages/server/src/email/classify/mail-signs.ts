import { autoReplySubjects, autoReplyTexts, awaySubjects, awayTexts } from './auto-reply-phrases.ts';
import { bounceSubjects } from './bounce-subjects.ts';
import { bounceTexts } from './bounce-texts.ts';
import { personalWords } from './personal-words.ts';
import { beginsWith, holds } from './phrases.ts';
import { readDeliveryStatus } from './read-delivery-status.ts';
import type { ReadMail } from './read-mail.ts';
import { senderKind } from './senders.ts';

/** Whether the mail tells that the writer is away, rather than that it was received. */
export function isAway(mail: ReadMail): boolean {
  return beginsWith(mail.subject, awaySubjects) || (!hasBounceSubject(mail) && holds(mail.opening(), awayTexts));
}

/** Whether a mail that is marked as automatic answers one of ours. */
export function isAutoReply(mail: ReadMail): boolean {
  return (
    mail.word('auto-submitted') === 'auto-replied' ||
    mail.headers.first('in-reply-to') !== undefined ||
    beginsWith(mail.subject, autoReplySubjects)
  );
}

/** Outside multipart/report a person may have attached the part, as those do who ask about it. */
export function isReport(mail: ReadMail, reportType: string, ...partTypes: readonly string[]): boolean {
  if (mail.reportType !== '') return mail.reportType === reportType || mail.hasPart(...partTypes);
  const isFromServer = senderKind(mail) !== 'person' || mail.hasNullSender || isMarkedAutomatic(mail);
  return isFromServer && !mail.isReply && mail.hasPart(...partTypes);
}

export function isMarkedAutomatic(mail: ReadMail): boolean {
  return !['', 'no'].includes(mail.word('auto-submitted'));
}

export function hasBounceSubject(mail: ReadMail): boolean {
  return !mail.isReply && holds(mail.subject, bounceSubjects);
}

export function tellsOfBounce(mail: ReadMail): boolean {
  return hasBounceSubject(mail) || tellsOfBounceInText(mail);
}

export function tellsOfBounceInText(mail: ReadMail): boolean {
  const text = mail.opening().slice(0, 2000);
  return holds(text, bounceTexts) || mail.hasCodes();
}

/** The mail that came back, attached or as the text goes on with its header. */
export function hasOriginal(mail: ReadMail): boolean {
  return mail.hasPart('message/rfc822', 'text/rfc822-headers', 'message/global') || mail.hasHeadersInText();
}

/** Whether nobody greets, speaks of themselves or asks, and a code or an address says what it is about. */
export function isImpersonal(mail: ReadMail): boolean {
  const text = mail.opening().slice(0, 1500);
  const isStated = mail.hasCodes() || (hasBounceSubject(mail) && /[^\s@<]@[^\s@>]/.test(text));
  return isStated && !/[?？؟]/.test(text) && !holds(text, personalWords);
}

/** Whether the program that wrote the mail is one that people write with. */
export function isFromMailProgram({ headers }: ReadMail): boolean {
  const program = (headers.first('user-agent') ?? headers.first('x-mailer') ?? '').slice(0, 200);
  return /outlook|apple mail|iphone|ipad|thunderbird|roundcube|evolution|kmail|mutt|claws|zimbra|sogo|horde|airmail|the bat|icloud|android|webmail/i.test(
    program,
  );
}

/**
 * Whether a program wrote the mail under one of these subjects. People write of absences and automatic replies too,
 * so it takes a second sign, and nobody's question is one.
 */
export function isReplyUnder(mail: ReadMail, subjects: readonly string[]): boolean {
  const { headers, subject, word } = mail;
  if (isQuestion(mail) || !beginsWith(subject, subjects)) return false;
  const answers = /^[^:]{2,60}: ?(?:re|aw|sv|antw|odp|rv|rif|ynt|vs|回复|答复|返信|回覆) ?:/u.test(subject);
  return (
    answers ||
    ['daemon', 'administrator'].includes(senderKind(mail)) ||
    /^(?:bulk|list)$/.test(word('precedence')) ||
    headers.first('in-reply-to') !== undefined ||
    headers.first('references') !== undefined ||
    holds(mail.opening(), autoReplyTexts)
  );
}

function isQuestion({ subject }: ReadMail): boolean {
  return /[?？؟;]\s*$/.test(subject);
}

/** Sent to many by a program, and not by way of a list that people write to. */
export function isBulk({ headers, isReply, word }: ReadMail): boolean {
  return (
    headers.first('list-unsubscribe') !== undefined &&
    (headers.first('list-unsubscribe-post') !== undefined || word('precedence') === 'bulk') &&
    headers.first('list-post') === undefined &&
    headers.first('in-reply-to') === undefined &&
    !isReply
  );
}

/** Whether the text is Amazon's notice of what became of a mail, bare or wrapped. */
export function isJsonReport(mail: ReadMail): boolean {
  return jsonReport.test(mail.opening());
}

/** Whether a report says of every recipient that the mail arrived or went on. */
export function tellsOfArrival(mail: ReadMail): boolean {
  const part = mail.parts.find(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type));
  const action = part && readDeliveryStatus(part)?.finding.action;
  return action === 'delivered' || action === 'relayed' || action === 'expanded';
}

const jsonReport = /^\{.{0,1000}?\\?"(?:notificationtype|eventtype)\\?" ?: ?\\?"(?:bounce|complaint|delivery)\\?"/;
