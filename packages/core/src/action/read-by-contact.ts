import { holderKnows } from '../access/scope.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { refOf, type VisitorActor } from '../people/actor.ts';
import type { MessageId } from '../shared/id.ts';
import { type Result, refuse } from '../shared/result.ts';
import { addedMessages } from './added-messages.ts';
import { type AlterationRefusal, tryToChange } from './change-conversation.ts';
import type { OnMessage } from './find-message.ts';
import { followMerges } from './follow-merges.ts';
import { gate } from './gate.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

/** Keeps that the contact has seen a message, and all before it; whoever reads the conversation hears of it. */
export function markReadByContact(
  parts: Parts,
  actor: VisitorActor,
  on: OnMessage,
): Promise<Result<Conversation, AlterationRefusal>> {
  return retrying(async () => {
    const id = await followMerges(parts, actor, on.conversation);
    const [found] = await parts.storage.find(actor.workspace, 'conversation', [id]);
    const passed = gate(actor, 'answer', found);
    if (!passed.ok) return passed;
    const hasContactRead = await hasRead(parts, actor, passed.value, on.message);
    if (hasContactRead === undefined) return refuse({ code: 'message-unknown', path: 'message' });
    return tryToChange(parts, actor, {
      conversation: id,
      action: 'answer',
      command: { type: 'mark-contact-read', by: refOf(actor), message: on.message },
      facts: async () => ({ hasContactRead }),
      beside: () => ({ expect: [{ kind: 'conversation', id, version: passed.value.version }] }),
    });
  });
}

/** Whether the contact had read so far before; `undefined` for a message that it cannot know of. */
async function hasRead(
  parts: Parts,
  actor: VisitorActor,
  conversation: Conversation,
  message: MessageId,
): Promise<boolean | undefined> {
  let isBelow = false;
  for await (const event of addedMessages(parts, actor.workspace, conversation)) {
    isBelow ||= event.message === conversation.contactRead;
    if (event.message !== message) continue;
    return event.kind !== 'note' && holderKnows(actor, conversation, event) ? isBelow : undefined;
  }
  return undefined;
}
