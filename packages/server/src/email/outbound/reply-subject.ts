import { cleanLabel } from '../clean-label.ts';

/** `Re:` once before the subject; the rest stays as it was, since some mail programs part threads by it. */
export function replySubject(subject: string): string {
  const bare = cleanLabel(subject, 900).replace(/^(?:re\s*:\s*)+/i, '');
  return `Re: ${bare}`.trim();
}
