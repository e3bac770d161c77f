import { cleanLabel } from '../clean-label.ts';
import { addressesIn, type Bounce, type Finding, mostRecipients } from './bounce.ts';
import { classOf } from './classify-mail.ts';
import { findOriginalId } from './find-original-id.ts';
import { noticeOf, readBounceText } from './read-bounce-text.ts';
import { type DeliveryStatus, readDeliveryStatus } from './read-delivery-status.ts';
import { readJsonReport } from './read-json-report.ts';
import { type ReadMail, readMail } from './read-mail.ts';
import { textOfPart } from './text-of-part.ts';
import { type MailPart, readHeaders } from './walk-mail.ts';

const mostTexts = 10;

const unknown: Finding = {
  status: undefined,
  statusClass: undefined,
  action: undefined,
  reason: undefined,
  rule: 'none',
};

/**
 * Reads a notice that a mail failed, waits or arrived (RFC 3464, RFC 6522, or a server's own words), or a complaint
 * (RFC 5965); `undefined` for all other mail. It can be forged: believe it only with a Message-ID that is ours.
 * Never throws; takes time in proportion to the length.
 */
export function readBounce(raw: Uint8Array): Bounce | undefined {
  const mail = readMail(raw);
  const { kind, rule } = classOf(mail);
  if (kind === 'complaint') return complaintOf(mail, rule);
  if (kind !== 'bounce' && !(kind === 'receipt' && rule === 'report-arrival')) return undefined;
  const report = reportOf(mail) ?? readJsonReport(mail);
  const told = tellingOf(mail);
  const finding = mostExact(report?.finding, told);
  return bounceOf(mail, finding, report?.recipients ?? []);
}

function bounceOf(mail: ReadMail, finding: Finding, stated: readonly string[]): Bounce {
  const recipients = stated.length > 0 ? stated : recipientsOf(mail);
  return {
    ...finding,
    reason: finding.reason === undefined ? undefined : cleanLabel(finding.reason, 500),
    recipients: [...new Set(recipients)].slice(0, mostRecipients),
    messageId: findOriginalId(mail),
  };
}

function reportOf({ parts }: ReadMail): DeliveryStatus | undefined {
  const part = parts.find(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type));
  return part && readDeliveryStatus(part);
}

/** The fields count before the text, but not where they leave the class open. */
function mostExact(report: Finding | undefined, told: Finding): Finding {
  if (!report) return told;
  if (report.statusClass === undefined && (report.action === undefined || report.action === 'failed')) return told;
  return { ...report, reason: report.reason ?? told.reason };
}

/** What no text explains has failed all the same: a server that still tries says so. */
function tellingOf({ parts }: ReadMail): Finding {
  const findings = textsOf(parts)
    .slice(0, mostTexts)
    .map((part) => readBounceText(textOfPart(part)));
  return findings.find(({ rule }) => rule !== 'text-final') ?? findings[0] ?? readBounceText('');
}

function recipientsOf({ headers, parts }: ReadMail): readonly string[] {
  const failed = addressesIn(headers.first('x-failed-recipients') ?? '');
  if (failed.length > 0) return failed;
  const [part] = textsOf(parts);
  const lines = part ? noticeOf(textOfPart(part)) : [];
  return lines.flatMap(
    (line) =>
      /^[\s*>-]{0,20}<?([^\s<>@:;,"']{1,100}@[^\s<>@:;,"']{1,255}?)>?[\s:.,;(]{0,9}(?:$|\s)/.exec(line)?.[1] ?? [],
  );
}

function textsOf(parts: readonly MailPart[]): readonly MailPart[] {
  const plain = parts.filter(({ type }) => type === 'text/plain');
  return plain.length > 0 ? plain : parts.filter(({ type }) => type === 'text/html');
}

function complaintOf(mail: ReadMail, rule: string): Bounce {
  const part = mail.parts.find(({ type }) => type === 'message/feedback-report');
  const fields = readHeaders(part ? textOfPart(part) : '');
  const recipients = ['original-rcpt-to', 'removal-recipient'].flatMap((name) => fields.all(name).flatMap(addressesIn));
  return bounceOf(mail, { ...unknown, action: 'complained', reason: fields.first('feedback-type'), rule }, recipients);
}
