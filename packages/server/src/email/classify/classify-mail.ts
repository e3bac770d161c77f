import { isAutoReply, isAway, kindRules } from './kind-rules.ts';
import { type ReadMail, readMail } from './read-mail.ts';

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

export interface MailClass {
  readonly kind: MailKind;
  /** The stable name of the rule that decided; `none` for what people write. */
  readonly rule: string;
}

/** Tells who wrote a mail from its first 16 MB. Never throws; takes time in proportion to the length. */
export function classifyMail(raw: Uint8Array, isOwn?: (messageId: string) => boolean): MailClass {
  const mail = readMail(raw);
  const messageId = mail.headers.first('message-id');
  if (messageId !== undefined && isOwn?.(messageId)) return { kind: 'own', rule: 'own-message-id' };
  return classOf(mail);
}

/** Whether nobody waits for an answer. Mail to a list may be a real request. */
export function isAutomaticKind(kind: MailKind): boolean {
  return kind !== 'human' && kind !== 'list';
}

export function classOf(mail: ReadMail): MailClass {
  const rule = kindRules.find((each) => each.applies(mail));
  if (!rule) return { kind: 'human', rule: 'none' };
  if (rule.kind !== 'auto-reply' && rule.kind !== 'reply-or-notice') return { kind: rule.kind, rule: rule.name };
  if (isAway(mail)) return { kind: 'out-of-office', rule: rule.name };
  return { kind: rule.kind === 'auto-reply' || isAutoReply(mail) ? 'auto-reply' : 'notice', rule: rule.name };
}
