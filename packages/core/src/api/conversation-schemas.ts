import { z } from 'zod';
import {
  actorRef,
  attachmentId,
  body,
  contactId,
  conversationId,
  instant,
  messageId,
  teamId,
  teammateId,
} from './schemas.ts';
import type { ConversationView, EntryView } from './views.ts';

const status = z.enum(['open', 'snoozed', 'closed']);

export { status as conversationStatus };

const snoozeUntil = z.union([z.literal('next-reply'), instant]);

const assignment = z.object({ teammate: teammateId.nullable(), team: teamId.nullable() });

export const conversation: z.ZodType<ConversationView, ConversationView> = z
  .object({
    id: conversationId,
    version: z.number(),
    number: z.number(),
    channel: z.string(),
    contact: contactId,
    from: z.object({ name: z.string().nullable(), email: z.string().nullable(), proven: z.boolean() }),
    state: z.discriminatedUnion('status', [
      z.object({ status: z.literal('open') }),
      z.object({ status: z.literal('snoozed'), until: snoozeUntil }),
      z.object({ status: z.literal('closed'), closedAt: instant }),
    ]),
    assignee: assignment,
    sharedWith: z.array(z.object({ teammate: teammateId, since: z.number() })),
    spam: z.boolean(),
    mergedInto: conversationId.nullable(),
    holder: z.null(),
    startedAt: instant,
    last: z.object({ id: messageId, seq: z.number(), at: instant, kind: z.enum(['inbound', 'reply', 'note']) }),
    waiting: z.object({ seq: z.number(), at: instant }).nullable(),
    subject: z.string(),
    preview: z.string(),
  })
  .meta({ id: 'Conversation', description: 'A thread with one contact, begun on one channel.' });

export const attachment = z
  .object({ id: attachmentId, name: z.string(), type: z.string(), size: z.number() })
  .meta({ id: 'Attachment' });

const mailbox = z.object({ name: z.string(), address: z.string() });

export const message = z
  .object({
    id: messageId,
    version: z.number(),
    conversation: conversationId,
    kind: z.enum(['inbound', 'reply', 'note']),
    author: actorRef,
    channel: z.string().nullable(),
    at: instant,
    body,
    automatic: z.boolean(),
    attachments: z.array(attachment).readonly(),
    email: z
      .object({
        from: mailbox,
        to: z.array(mailbox).readonly(),
        cc: z.array(mailbox).readonly(),
        subject: z.string(),
        messageId: z.string(),
        verdict: z.enum(['pass', 'fail', 'none']),
        original: attachmentId.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Message', description: 'One entry of a conversation.' });

const place = {
  seq: z.number(),
  v: z.literal(1),
  conversation: conversationId,
  version: z.number(),
  actor: actorRef,
  at: instant,
};
const deliveryState = z.enum(['queued', 'sent', 'delivered', 'delayed', 'failed']);

const event = z
  .union([
    z.object({
      type: z.literal('conversation-started'),
      ...place,
      contact: contactId,
      channel: z.string(),
      holder: z.null(),
      continues: conversationId.nullable(),
    }),
    z.object({
      type: z.literal('message-added'),
      ...place,
      message: messageId,
      kind: z.enum(['inbound', 'reply', 'note']),
      automatic: z.boolean(),
    }),
    z.object({ type: z.literal('conversation-closed'), ...place }),
    z.object({
      type: z.literal('conversation-opened'),
      ...place,
      because: z.enum(['contact-replied', 'teammate-replied', 'teammate-opened', 'unsnoozed', 'snooze-ended']),
    }),
    z.object({ type: z.literal('conversation-snoozed'), ...place, until: snoozeUntil }),
    z.object({
      type: z.literal('assignee-changed'),
      ...place,
      from: assignment,
      to: assignment,
      because: z.enum(['assigned', 'claimed', 'assignee-gone', 'assignee-away']),
    }),
    z.object({ type: z.literal('mentioned'), ...place, message: messageId, teammate: teammateId }),
    z.object({ type: z.literal('mentioned'), ...place, message: messageId, team: teamId }),
    z.object({ type: z.literal('shared'), ...place, teammate: teammateId, because: z.enum(['mentioned', 'by-hand']) }),
    z.object({ type: z.literal('unshared'), ...place, teammate: teammateId }),
    z.object({
      type: z.literal('spam-changed'),
      ...place,
      spam: z.boolean(),
      because: z.enum(['teammate', 'sender-forged', 'flood']),
    }),
    z.object({
      type: z.literal('delivery-changed'),
      ...place,
      message: messageId,
      state: deliveryState,
      reason: z.string().nullable(),
    }),
  ])
  .meta({ id: 'ConversationEvent', description: 'What happened: ids and states, no words that somebody wrote.' });

export const entry: z.ZodType<EntryView, EntryView> = z
  .object({
    event,
    message: message.nullable(),
    delivery: z
      .object({
        state: deliveryState,
        reason: z.string().nullable(),
        detail: z.string().nullable(),
        attempts: z.number(),
      })
      .nullable(),
  })
  .meta({ id: 'TimelineEntry', description: 'What happened, with its message and the delivery of that.' });
