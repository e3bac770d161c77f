import type { StartCommand } from './command.ts';
import type { ConversationFact } from './event.ts';

/** The facts of a conversation's first message. */
export function start(command: StartCommand): readonly ConversationFact[] {
  const { channel, contact, holder, continues, message, kind, automatic } = command;
  return [
    { type: 'conversation-started', channel, contact, holder, continues },
    { type: 'message-added', message, kind, automatic },
  ];
}
