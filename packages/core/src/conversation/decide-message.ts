import { sameActor } from '../people/actor.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { ConversationCommand } from './command.ts';
import type { ConversationFact } from './event.ts';
import type { Facts } from './facts.ts';
import type { ConversationRefusal } from './refusal.ts';

type AboutMessage = Extract<ConversationCommand, { type: 'edit-note' | 'delete-note' | 'retract' | 'retry' }>;

/** Decides what happens to a message that is there: only its author changes a note or takes a reply back. */
export function decideMessage(
  command: AboutMessage,
  { message }: Facts,
): Result<readonly ConversationFact[], ConversationRefusal> {
  const kind = command.type === 'edit-note' || command.type === 'delete-note' ? 'note' : 'reply';
  if (!message || message.kind !== kind || message.isGone) return refuse({ code: 'message-unknown', path: 'message' });
  if (command.type === 'retry') {
    if (message.delivery !== 'failed') return refuse({ code: 'not-failed' });
    return ok([{ type: 'delivery-changed', message: command.message, state: 'queued', reason: null }]);
  }
  if (!sameActor(message.author, command.by)) return refuse({ code: 'not-author' });
  if (command.type === 'edit-note') return ok([{ type: 'message-edited', message: command.message }]);
  if (command.type === 'delete-note') return ok([{ type: 'message-deleted', message: command.message }]);
  if (!message.canUndo || message.delivery !== 'queued') return refuse({ code: 'already-sent' });
  return ok([{ type: 'reply-retracted', message: command.message, restores: message.restores }]);
}
