import type { MailHeaders } from './mail-headers.ts';

/**
 * Whether a program wrote the mail and nobody waits for an answer (RFC 3834 §5). Mail to a list may be a real
 * request, and Exchange puts X-Auto-Response-Suppress on what people write: neither makes a mail automatic.
 */
export function isAutomatic(headers: MailHeaders, sender: string | undefined): boolean {
  return (
    !['', 'no'].includes(firstWord(headers.first('auto-submitted'))) ||
    ['auto_reply', 'auto-reply', 'junk'].includes(
      firstWord(headers.first('precedence') ?? headers.first('x-precedence')),
    ) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => isSwitchedOn(headers.first(name))) ||
    firstWord(headers.first('content-type')) === 'multipart/report' ||
    (sender ?? headers.first('return-path')?.replace(/[<>\s]/g, '')) === '' ||
    /(?:^|[<\s])mailer-daemon@/i.test(headers.first('from') ?? '')
  );
}

/** A header's value without parameters and comments. */
function firstWord(value = ''): string {
  return (value.split(/[;\s(]/, 1)[0] ?? '').toLowerCase();
}

function isSwitchedOn(value: string | undefined): boolean {
  return value !== undefined && !['no', 'false'].includes(firstWord(value));
}
