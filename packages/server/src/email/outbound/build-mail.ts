import { emailOf, type Message, type Outbound, SendError } from '@deskkit/core';
import type { SendMailOptions } from 'nodemailer';
import { cleanLabel } from '../clean-label.ts';
import { unknownAddress } from '../inbound/mailboxes.ts';
import { messageIdOf, threadIdOf } from '../message-id.ts';
import { replyAddressOf } from '../reply-address.ts';
import type { Signer } from '../signer.ts';
import { markdownToHtml, textToHtml } from './markdown-to-html.ts';
import { referencesOf } from './references.ts';
import { replySubject } from './reply-subject.ts';

/** A mail in full but for its files: the same for the same message, whenever it is built. */
export interface BuiltMail extends SendMailOptions {
  readonly messageId: string;
  readonly envelope: { readonly from: string; readonly to: string };
}

/** Rejects with `contact-unreachable` or `not-configured` where one end has no address. */
export function buildMail(signer: Signer, outbound: Outbound): BuiltMail {
  const { workspace, conversation, message, contact, authorName, earlier } = outbound;
  const to = emailOf(contact);
  if (!to || to === unknownAddress) {
    throw new SendError('contact-unreachable', false, 'The contact has no email address.');
  }
  const [from] = workspace.addresses;
  if (!from) throw new SendError('not-configured', true, 'The workspace has no address to send from; add one.');

  const mails = earlier.filter(({ channel }) => channel === message.channel);
  const lastInbound = mails.find(({ email }) => email?.messageId);
  const idOf = ({ email, kind, conversation: origin, id }: Message) =>
    email?.messageId || (kind === 'reply' ? messageIdOf(signer, workspace, origin, id) : '');
  const subject = lastInbound?.email?.subject ?? conversation.subject;
  const { format, text } = message.body;
  return {
    messageId: messageIdOf(signer, workspace, conversation.id, message.id),
    date: new Date(message.at),
    from: { name: cleanLabel(`${authorName} (${workspace.name})`), address: from },
    to: { name: cleanLabel(contact.name ?? ''), address: to },
    replyTo: replyAddressOf(signer, workspace, conversation.id),
    ...(lastInbound?.email ? { inReplyTo: lastInbound.email.messageId } : {}),
    references: [...referencesOf(mails.map(idOf).reverse(), threadIdOf(signer, workspace, conversation.id))],
    subject: mails.length > 0 ? replySubject(subject) : cleanLabel(subject, 900),
    text,
    html: format === 'markdown' ? markdownToHtml(text) : textToHtml(text),
    envelope: { from, to },
  };
}
