import type { Action } from '../access/can.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Message, MessageKind } from '../message/message.ts';
import type { Actor } from '../people/actor.ts';
import type { ConversationId, MessageId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { withOrigins } from './added-messages.ts';
import { type Forbidden, gate, type NotFound } from './gate.ts';
import type { Parts } from './parts.ts';

/** Which message of which conversation; of one that was merged, by the conversation that it went into too. */
export interface OnMessage {
  readonly conversation: ConversationId;
  readonly message: MessageId;
}

export interface FoundMessage {
  readonly conversation: Conversation;
  readonly message: Message;
}

/** The message with its conversation, behind the gate. One of another kind, or whose words are gone, is not there. */
export async function findMessage(
  parts: Parts,
  actor: Actor,
  action: Action,
  on: OnMessage,
  kind?: MessageKind,
): Promise<Result<FoundMessage, NotFound | Forbidden>> {
  const [found] = await parts.storage.find(actor.workspace, 'conversation', [on.conversation]);
  const passed = gate(actor, action, found);
  if (!passed.ok) return passed;
  const conversation = passed.value;
  const [message] = await parts.storage.find(actor.workspace, 'message', [on.message]);
  const isThere = message && !message.gone && withOrigins(conversation).includes(message.conversation);
  if (!isThere || (kind && message.kind !== kind)) return refuse({ code: 'not-found' });
  return ok({ conversation, message });
}

/** What makes sure that both are still as they were found when the change is written. */
export function expectFound({ conversation, message }: FoundMessage) {
  return [
    { kind: 'conversation', id: conversation.id, version: conversation.version },
    { kind: 'message', id: message.id, version: message.version },
  ] as const;
}
