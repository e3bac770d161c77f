import { z } from 'zod';
import type { Conversation } from '../conversation/conversation.ts';
import type { TimelineEntry } from '../log/timeline-entry.ts';
import type { Message } from '../message/message.ts';
import type { TeammateId } from '../shared/id.ts';
import { attachment } from './conversation-schemas.ts';
import { body, conversationId, instant, messageId } from './schemas.ts';

/** What a visitor gets of a conversation: nothing of assignment, notes, snoozing or how much there is. */
export const visitorConversation = z
  .object({
    id: conversationId,
    status: z.enum(['open', 'closed']),
    startedAt: instant,
    preview: z.string().nullable(),
  })
  .meta({ id: 'VisitorConversation' });

export const visitorMessage = z
  .object({
    id: messageId,
    conversation: conversationId,
    from: z.enum(['me', 'team']),
    name: z.string().nullable().meta({ description: 'Of the teammate who wrote it.' }),
    at: instant,
    body,
    attachments: z.array(attachment).readonly(),
  })
  .meta({ id: 'VisitorMessage' });

export type VisitorConversation = z.output<typeof visitorConversation>;
export type VisitorMessage = z.output<typeof visitorMessage>;

export function visitorConversationOf({ id, state, startedAt, last, preview }: Conversation): VisitorConversation {
  const status = state.status === 'closed' ? 'closed' : 'open';
  return { id, status, startedAt, preview: last.kind === 'note' ? null : preview };
}

export function visitorMessageOf(message: Message, names: ReadonlyMap<TeammateId, string>): VisitorMessage {
  const { id, conversation, kind, author, at, body, attachments } = message;
  const name = author.kind === 'teammate' ? (names.get(author.id) ?? null) : null;
  return { id, conversation, from: kind === 'inbound' ? 'me' : 'team', name, at, body, attachments };
}

/** The messages among timeline entries that are for the contact; never a note. */
export function messagesForVisitor(entries: readonly TimelineEntry[]): readonly Message[] {
  return entries.flatMap(({ event, message }) =>
    event.type === 'message-added' && event.kind !== 'note' && message ? [message] : [],
  );
}
