import { SendError } from '@deskkit/core';
import type { NodemailerError } from 'nodemailer';
import { cleanLabel } from '../clean-label.ts';

/** What a failed attempt to send means, in the words of the far server where it gave any. */
export function sendErrorOf(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const failed: NodemailerError = error instanceof Error ? error : new Error(String(error));
  const { code, retryable } = reasonOf(failed);
  return new SendError(code, retryable, cleanLabel(failed.response || failed.message, 1000), { cause: error });
}

function reasonOf(error: NodemailerError): { readonly code: string; readonly retryable: boolean } {
  // Our login, not this message: somebody has to set it right, and then it can go out.
  if (error.code === 'EAUTH' || error.code === 'ENOAUTH') return { code: 'login-refused', retryable: true };
  const answer = error.responseCode;
  // 503 and 421 speak of the connection, not of the message.
  if (answer !== undefined && answer >= 500 && answer !== 503) {
    if (error.command === 'RCPT TO') return { code: 'recipient-refused', retryable: false };
    return { code: 'message-refused', retryable: false };
  }
  if (answer !== undefined) return { code: 'deferred', retryable: true };
  if (error.code === 'EENVELOPE') return { code: 'recipient-refused', retryable: false };
  return { code: 'unreachable', retryable: true };
}
