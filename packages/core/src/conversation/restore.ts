import type { Message } from '../message/message.ts';
import type { Conversation } from './conversation.ts';
import type { ConversationEvent, Restored } from './event.ts';

/**
 * What taking a reply back returns to how it stood before it: only what nothing else has changed since. `since` is
 * what happened after the reply and its own effects.
 */
export function restoredBy(
  conversation: Conversation,
  { id, stoodBefore }: Pick<Message, 'id' | 'stoodBefore'>,
  since: readonly ConversationEvent[],
): Restored {
  if (!stoodBefore) return {};
  const { state, last, waiting } = stoodBefore;
  // Who has waited since before the reply waits still; whoever began to wait since goes on.
  const waits = since.some(answers) ? conversation.waiting : (waiting ?? conversation.waiting);
  return {
    ...(since.some(concernsStatus) || isSame(state, conversation.state) ? {} : { state }),
    ...(conversation.last.id === id ? { last } : {}),
    ...(isSame(waits, conversation.waiting) ? {} : { waiting: waits }),
  };
}

/** What somebody has done about the status since, or has said upon it as it was. */
function concernsStatus(event: ConversationEvent): boolean {
  switch (event.type) {
    case 'conversation-opened':
    case 'conversation-closed':
    case 'conversation-snoozed':
    case 'conversation-merged':
    case 'reply-retracted':
      return true;
    case 'message-added':
      return event.kind !== 'note' && !event.automatic;
    default:
      return false;
  }
}

/** What ends the waiting of a contact, or mixes it with another's. */
function answers(event: ConversationEvent): boolean {
  switch (event.type) {
    case 'conversation-closed':
    case 'conversation-merged':
    case 'reply-retracted':
      return true;
    case 'message-added':
      return event.kind === 'reply' && !event.automatic;
    default:
      return false;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
