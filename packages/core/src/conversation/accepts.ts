import type { Conversation } from './conversation.ts';

type Offered = 'reply' | 'note' | 'assign' | 'claim' | 'close' | 'open' | 'snooze' | 'unsnooze';

/** Whether a command makes sense on the conversation as it stands, so whether to offer its button. */
export function accepts(conversation: Conversation, command: Offered): boolean {
  if (conversation.mergedInto) return false;
  const { status } = conversation.state;
  switch (command) {
    case 'close':
      return status !== 'closed';
    case 'open':
      return status === 'closed';
    case 'snooze':
      return status !== 'closed';
    case 'unsnooze':
      return status === 'snoozed';
    case 'claim':
      return conversation.assignee.teammate === null;
    default:
      return true;
  }
}
