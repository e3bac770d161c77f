import { z } from 'zod';
import { priorities } from '../conversation/conversation.ts';
import {
  actorRef,
  attachmentId,
  attributes,
  body,
  contactId,
  conversationId,
  instant,
  messageId,
  tagId,
  teamId,
  teammateId,
} from './schemas.ts';
import type { ConversationView, EntryView } from './views.ts';

const status = z.enum(['open', 'snoozed', 'closed']);

export { status as conversationStatus };

const snoozeUntil = z.union([z.literal('next-reply'), instant]);

const assignment = z.object({ teammate: teammateId.nullable(), team: teamId.nullable() });

const origin = z.object({
  conversation: conversationId,
  holder: z.null(),
  reads: z.array(z.object({ conversation: conversationId, version: z.number() })).readonly(),
});

const last = z.object({ id: messageId, seq: z.number(), at: instant, kind: z.enum(['inbound', 'reply', 'note']) });

const waiting = z.object({ seq: z.number(), at: instant }).nullable();

const state = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open') }),
  z.object({ status: z.literal('snoozed'), until: snoozeUntil }),
  z.object({ status: z.literal('closed'), closedAt: instant }),
]);

export const conversation: z.ZodType<ConversationView, ConversationView> = z
  .object({
    id: conversationId,
    version: z.number(),
    number: z.number(),
    channel: z.string(),
    contact: contactId,
    from: z.object({ name: z.string().nullable(), email: z.string().nullable(), proven: z.boolean() }),
    state,
    assignee: assignment,
    sharedWith: z.array(z.object({ teammate: teammateId, since: z.number() })),
    spam: z.boolean(),
    mergedInto: conversationId.nullable(),
    mergedFrom: z.array(origin).readonly(),
    holder: z.null(),
    startedAt: instant,
    last,
    waiting,
    priority: z.enum(priorities),
    tags: z.array(tagId).readonly(),
    rating: z.number().nullable(),
    contactRead: messageId.nullable(),
    subject: z.string(),
    attributes,
    preview: z.string(),
    unread: z.boolean().meta({ description: 'For the teammate who asks; false for integrators.' }),
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
    quoted: z.string().nullable(),
    cc: z.array(z.string()).readonly(),
    bcc: z.array(z.string()).readonly(),
    editedAt: instant.nullable(),
    gone: z.enum(['deleted', 'retracted']).nullable(),
    toldNobody: z.enum(['automatic', 'spam', 'nobody-active', 'switched-off', 'asleep']).nullable(),
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
const deliveryStates = ['queued', 'sent', 'delivered', 'delayed', 'failed'] as const;
const deliveryState = z.enum(deliveryStates);

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
    z.object({ type: z.literal('message-edited'), ...place, message: messageId }),
    z.object({ type: z.literal('message-deleted'), ...place, message: messageId }),
    z.object({
      type: z.literal('reply-retracted'),
      ...place,
      message: messageId,
      restores: z.object({
        state: state.exactOptional(),
        last: last.exactOptional(),
        waiting: waiting.exactOptional(),
      }),
    }),
    z.object({ type: z.literal('conversation-rated'), ...place, score: z.number() }),
    z.object({
      type: z.literal('details-changed'),
      ...place,
      fields: z.array(z.enum(['subject', 'priority', 'tags', 'attributes', 'contact'])).readonly(),
      priority: z.enum(priorities).exactOptional(),
      tags: z.array(tagId).readonly().exactOptional(),
      contact: contactId.exactOptional(),
    }),
    z.object({ type: z.literal('conversation-merged'), ...place, from: conversationId, into: conversationId }),
    z.object({ type: z.literal('contact-read'), ...place, message: messageId }),
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
      because: z.enum(['assigned', 'claimed', 'policy', 'assignee-gone', 'assignee-away', 'team-deleted']),
    }),
    z.object({ type: z.literal('mentioned'), ...place, message: messageId, teammate: teammateId }),
    z.object({ type: z.literal('mentioned'), ...place, message: messageId, team: teamId }),
    z.object({
      type: z.literal('shared'),
      ...place,
      teammate: teammateId,
      because: z.enum(['mentioned', 'by-hand', 'merged']),
    }),
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
        state: z.enum([...deliveryStates, 'sending', 'cancelled']),
        reason: z.string().nullable(),
        detail: z.string().nullable(),
        attempts: z.number(),
        notBefore: instant.meta({ description: 'Until then it can be taken back, on channels that let it.' }),
      })
      .nullable(),
  })
  .meta({ id: 'TimelineEntry', description: 'What happened, with its message and the delivery of that.' });
