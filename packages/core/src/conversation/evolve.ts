import type { Conversation } from './conversation.ts';
import type { ConversationEvent } from './event.ts';

/** The next state of a conversation after one of its events; `undefined` only before its first. */
export function evolve(conversation: Conversation | undefined, event: ConversationEvent): Conversation {
  if (event.type === 'conversation-started') return started(event);
  if (!conversation) throw new Error(`A conversation cannot begin with ${event.type}`);
  return { ...conversation, ...changes(conversation, event), version: event.version };
}

function started(event: ConversationEvent & { type: 'conversation-started' }): Conversation {
  return {
    id: event.conversation,
    version: event.version,
    number: event.seq,
    channel: event.channel,
    contact: event.contact,
    state: { status: 'open' },
    assignee: { teammate: null, team: null },
    sharedWith: [],
    spam: false,
    mergedInto: null,
    mergedFrom: [],
    holder: event.holder,
    startedAt: event.at,
    last: { id: '' as never, seq: event.seq, at: event.at, kind: 'inbound' },
    waiting: null,
    priority: 'normal',
    tags: [],
    rating: null,
    contactRead: null,
    subject: '',
    attributes: {},
    preview: '',
  };
}

function changes(conversation: Conversation, event: ConversationEvent): Partial<Conversation> {
  switch (event.type) {
    case 'message-added':
      return messageAdded(conversation, event);
    case 'conversation-closed':
      return { state: { status: 'closed', closedAt: event.at }, waiting: null };
    case 'conversation-opened':
      return { state: { status: 'open' } };
    case 'conversation-snoozed':
      return { state: { status: 'snoozed', until: event.until } };
    case 'assignee-changed':
      return { assignee: event.to };
    case 'shared':
      return { sharedWith: [...conversation.sharedWith, { teammate: event.teammate, since: event.version }] };
    case 'unshared':
      return { sharedWith: conversation.sharedWith.filter((share) => share.teammate !== event.teammate) };
    case 'spam-changed':
      return { spam: event.spam };
    case 'reply-retracted':
      return event.restores;
    case 'conversation-rated':
      return { rating: event.score };
    case 'details-changed': {
      const { priority = conversation.priority, tags = conversation.tags, contact = conversation.contact } = event;
      return { priority, tags, contact };
    }
    case 'conversation-merged':
      return merged(conversation, event);
    case 'contact-read':
      return { contactRead: event.message };
    default:
      return {};
  }
}

function merged(
  conversation: Conversation,
  { into, brought }: ConversationEvent & { type: 'conversation-merged' },
): Partial<Conversation> {
  if (!brought) return { mergedInto: into };
  const { last, waiting } = conversation;
  return {
    mergedFrom: [...conversation.mergedFrom, ...brought.mergedFrom],
    last: brought.last.seq > last.seq ? brought.last : last,
    waiting: !waiting || (brought.waiting && brought.waiting.seq < waiting.seq) ? brought.waiting : waiting,
  };
}

function messageAdded(
  conversation: Conversation,
  event: ConversationEvent & { type: 'message-added' },
): Partial<Conversation> {
  const { message: id, kind, seq, at, automatic } = event;
  const isFirst = conversation.last.id === '';
  if (automatic && !isFirst) return {};
  const last = { id, seq, at, kind };
  if (kind === 'note' || automatic) return { last };
  return { last, waiting: kind === 'inbound' ? (conversation.waiting ?? { seq, at }) : null };
}
