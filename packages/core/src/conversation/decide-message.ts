import { sameActor } from '../people/actor.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { ConversationCommand } from './command.ts';
import type { Conversation } from './conversation.ts';
import type { ConversationFact } from './event.ts';
import type { Facts, MessageFacts } from './facts.ts';
import { mention } from './mention.ts';
import type { ConversationRefusal } from './refusal.ts';

type AboutMessage = Extract<ConversationCommand, { type: 'edit-note' | 'delete-note' | 'retract' | 'retry' }>;

/** Decides what happens to a message that is there: only its author changes a note or takes a reply back. */
export function decideMessage(
  conversation: Conversation,
  command: AboutMessage,
  { message, mentioned }: Facts,
): Result<readonly ConversationFact[], ConversationRefusal> {
  const kind = command.type === 'edit-note' || command.type === 'delete-note' ? 'note' : 'reply';
  if (!message || message.kind !== kind || message.isGone) return refuse({ code: 'message-unknown', path: 'message' });
  const { message: id } = command;
  if (command.type === 'retry') {
    if (message.delivery !== 'failed') return refuse({ code: 'not-failed' });
    return ok([{ type: 'delivery-changed', message: id, state: 'queued', reason: null }]);
  }
  if (!sameActor(message.author, command.by)) return refuse({ code: 'not-author' });
  switch (command.type) {
    case 'edit-note': {
      const unheard = mentioned.filter((one) => !hasHeard(message, one));
      return ok([{ type: 'message-edited', message: id }, ...mention(conversation, command, unheard)]);
    }
    case 'delete-note':
      return ok([{ type: 'message-deleted', message: id }]);
    case 'retract':
      if (!message.canUndo || message.delivery !== 'queued') return refuse({ code: 'already-sent' });
      return ok([{ type: 'reply-retracted', message: id, restores: message.restores }]);
  }
}

function hasHeard({ mentioned }: MessageFacts, one: Facts['mentioned'][number]): boolean {
  return mentioned.includes('team' in one ? one.team : one.teammate);
}
