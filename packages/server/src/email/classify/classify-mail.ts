import { kindRules } from './kind-rules.ts';
import type { MailKind } from './mail-kind.ts';
import { isAutoReply, isAway } from './mail-signs.ts';
import { type ReadMail, readMail } from './read-mail.ts';

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

export function classOf(mail: ReadMail): MailClass {
  const rule = kindRules.find((each) => each.applies(mail));
  if (!rule) return { kind: 'human', rule: 'none' };
  if (rule.kind !== 'auto-reply' && rule.kind !== 'reply-or-notice') return { kind: rule.kind, rule: rule.name };
  if (isAway(mail)) return { kind: 'out-of-office', rule: rule.name };
  return { kind: rule.kind === 'auto-reply' || isAutoReply(mail) ? 'auto-reply' : 'notice', rule: rule.name };
}
