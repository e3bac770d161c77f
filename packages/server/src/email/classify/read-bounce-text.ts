import type { Finding } from './bounce.ts';
import { delayTexts, readReason } from './bounce-reasons.ts';
import { holds } from './phrases.ts';
import { classOfDigit, statusCodesIn } from './status-codes.ts';
import { foldText } from './text-of-part.ts';

const mostLines = 2000;
const longestLine = 1000;
const longestFolded = 20_000;

/** Where a notice goes over to the mail that it is about: a line that says so, or the first lines of its header. */
const originalBegins =
  /^[\s>]{0,20}(?:(?:received|return-path|dkim-signature|domainkey-signature|x-received|x-google-dkim-signature|arc-seal|arc-message-signature|delivered-to|mime-version|authentication-results): ?\S|[-=_*#\s]{2,80}.{0,60}(?:original|copy of|unsent|returned|undelivered|below this line|message header|message follow|rejected message|元の|原文).{0,80}$|original message (?:headers|follows)|(?:the )?(?:original|returned) message(?: headers)?:?$)/i;

/** Reads what a notice without fields says in its text: codes of the servers first, then what its words mean. */
export function readBounceText(text: string): Finding {
  const lines = noticeOf(text);
  const folded = foldText(lines.join('\n').slice(0, longestFolded));
  const isDelayed = holds(folded, delayTexts);
  const action = isDelayed ? 'delayed' : 'failed';
  const stated = lines.map((line) => ({ line, ...statusCodesIn(line) }));
  const coded = stated.find(({ status }) => status !== undefined) ?? stated.find(({ statusClass }) => statusClass);
  if (coded) {
    const { status, statusClass, line } = coded;
    const rule = status === undefined ? 'text-reply-code' : 'text-status';
    if (isDelayed) return { status: status?.replace(/^5/, '4'), statusClass: 4, action, reason: line, rule };
    return { status, statusClass, action, reason: line, rule };
  }
  const worded = readReason(folded);
  if (isDelayed) return { status: '4.4.7', statusClass: 4, action, reason: worded?.line, rule: 'text-delayed' };
  if (!worded) return { status: undefined, statusClass: 5, action, reason: undefined, rule: 'text-final' };
  const { status, name, line } = worded;
  return { status, statusClass: classOfDigit(status[0]), action, reason: line, rule: `text-${name}` };
}

/** The lines before the mail that came back. */
export function noticeOf(text: string): readonly string[] {
  const lines = text.split('\n', mostLines).map((line) => line.slice(0, longestLine));
  const end = lines.findIndex((line, index) => index > 0 && originalBegins.test(line));
  return end < 0 ? lines : lines.slice(0, end);
}
