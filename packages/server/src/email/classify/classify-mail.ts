import { kindRules } from './kind-rules.ts';
import type { MailKind } from './mail-kind.ts';
import { isAutoReply, isAway } from './mail-signs.ts';
import { type ReadMail, readMail } from './read-mail.ts';

export interface MailClass {
  readonly kind: MailKind;
  /** The stable name of the rule that decided; `none` for what people write. */
  readonly rule: string;
}

/** What is known of a mail beside its bytes. */
export interface Known {
  /** Of the envelope (RFC 5321 §4.5.5), empty where nothing may be sent back; counts before a Return-Path header. */
  readonly sender?: string | undefined;
  isOwn?(messageId: string): boolean;
}

/** Tells who wrote a mail from its first 16 MB. Never throws; takes time in proportion to the length. */
export function classifyMail(raw: Uint8Array, { sender, isOwn }: Known = {}): MailClass {
  const mail = readMail(raw, sender);
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
