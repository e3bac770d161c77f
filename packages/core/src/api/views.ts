import type { Conversation, Origin } from '../conversation/conversation.ts';
import type { ConversationEvent } from '../conversation/event.ts';
import type { Desk } from '../desk.ts';
import type { TimelineEntry } from '../log/timeline-entry.ts';
import type { Delivery } from '../message/delivery.ts';
import type { Message } from '../message/message.ts';
import { isUnread, readMarkerId } from '../message/read-marker.ts';
import type { Actor } from '../people/actor.ts';
import { type Contact, emailOf } from '../people/contact.ts';
import type { ContactId } from '../shared/id.ts';

/** A conversation as teammates and integrators get it: with who writes, without the visitor's session. */
export interface ConversationView extends Conversation {
  readonly from: { readonly name: string | null; readonly email: string | null; readonly proven: boolean };
  readonly holder: null;
  /** For a teammate: its newest message lies above what the teammate has read. */
  readonly unread: boolean;
  readonly mergedFrom: readonly (Origin & { readonly holder: null })[];
}

/** A message as teammates and integrators get it. */
export type MessageView = Omit<Message, 'stoodBefore'>;

/** An event without what is for the desk alone: who holds a conversation. */
export type EventView = ConversationEvent extends infer Event
  ? Event extends { readonly type: 'conversation-merged' }
    ? Omit<Event, 'brought'>
    : Event
  : never;

/** A timeline entry as teammates and integrators get it. */
export interface EntryView {
  readonly event: EventView;
  readonly message: MessageView | null;
  readonly delivery: Pick<Delivery, 'state' | 'reason' | 'detail' | 'attempts' | 'notBefore'> | null;
}

export function entryView({ event, message, delivery }: TimelineEntry): EntryView {
  return {
    event: eventView(event),
    message: message && messageView(message),
    delivery: delivery && {
      state: delivery.state,
      reason: delivery.reason,
      detail: delivery.detail,
      attempts: delivery.attempts,
      notBefore: delivery.notBefore,
    },
  };
}

export function messageView({ stoodBefore, ...message }: Message): MessageView {
  return message;
}

function eventView(event: ConversationEvent): EventView {
  if (event.type === 'conversation-started') return { ...event, holder: null };
  if (event.type !== 'conversation-merged') return event;
  const { brought, ...shown } = event;
  return shown;
}

/** Puts the contacts' names beside conversations, and what the reader has not read, in one read each. */
export async function conversationViews(
  desk: Desk,
  actor: Actor,
  conversations: readonly Conversation[],
): Promise<ConversationView[]> {
  const ids = [...new Set(conversations.map(({ contact }) => contact))];
  const rows = ids.length > 0 ? await desk.parts.storage.find(actor.workspace, 'contact', ids) : [];
  const contacts = new Map<ContactId | undefined, Contact | undefined>(rows.map((row) => [row?.id, row]));
  const unread = await loadUnread(desk, actor, conversations);
  return conversations.map((row, index) => conversationView(row, contacts.get(row.contact), unread[index] ?? false));
}

/** Nothing is unread for a program, which reads nothing. */
async function loadUnread(desk: Desk, actor: Actor, conversations: readonly Conversation[]): Promise<boolean[]> {
  if (actor.kind !== 'teammate' || conversations.length === 0) return [];
  const ids = conversations.map(({ id }) => readMarkerId(actor.id, id));
  const markers = await desk.parts.storage.find(actor.workspace, 'read-marker', ids);
  return conversations.map((row, index) => isUnread(row, markers[index]));
}

function conversationView(conversation: Conversation, contact: Contact | undefined, unread: boolean): ConversationView {
  const proven = contact?.identities.some((identity) => identity.proof === 'proven') ?? false;
  const email = contact ? (emailOf(contact) ?? null) : null;
  const mergedFrom = conversation.mergedFrom.map((origin) => ({ ...origin, holder: null }));
  return { ...conversation, holder: null, mergedFrom, from: { name: contact?.name ?? null, email, proven }, unread };
}
