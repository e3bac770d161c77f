/**
 * Who wrote a mail: a person, a list for many, or a program. A `notice` is a program's that answers nothing; `own` is
 * ours come back.
 */
export type MailKind =
  | 'human'
  | 'list'
  | 'own'
  | 'auto-reply'
  | 'out-of-office'
  | 'notice'
  | 'bounce'
  | 'complaint'
  | 'receipt';

/** Whether nobody waits for an answer. Mail to a list may be a real request. */
export function isAutomaticKind(kind: MailKind): boolean {
  return kind !== 'human' && kind !== 'list';
}
