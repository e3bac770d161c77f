import { sameActor } from '../people/actor.ts';
import type { ConversationCommand } from './command.ts';
import type { ConversationEvent } from './event.ts';

/** Whether `event`, unseen by who commands, is a reason to stop the command and show what happened. */
export function matters(command: ConversationCommand, event: ConversationEvent): boolean {
  if (sameActor(command.by, event.actor)) return false;
  switch (command.type) {
    case 'reply':
      return (
        isFromContact(event) ||
        isReply(event) ||
        event.type === 'assignee-changed' ||
        event.type === 'conversation-closed'
      );
    case 'assign':
    case 'claim':
      return event.type === 'assignee-changed';
    case 'close':
    case 'snooze':
      return isFromContact(event);
    default:
      return false;
  }
}

function isFromContact(event: ConversationEvent): boolean {
  return event.type === 'message-added' && event.kind === 'inbound' && !event.automatic;
}

function isReply(event: ConversationEvent): boolean {
  return event.type === 'message-added' && event.kind === 'reply' && !event.automatic;
}
