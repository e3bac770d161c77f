import type { Action } from '../access/can.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { type Delivery, deliveryIdOf } from '../message/delivery.ts';
import type { Message, MessageKind } from '../message/message.ts';
import type { Actor } from '../people/actor.ts';
import type { ConversationId, MessageId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { Expectation } from '../storage/change.ts';
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
  /** Where it goes somewhere. */
  readonly delivery: Delivery | undefined;
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
  const [delivery] = await parts.storage.find(actor.workspace, 'delivery', [deliveryIdOf(message.id)]);
  return ok({ conversation, message, delivery });
}

/** What makes sure that all of it is still as it was found, and was decided upon, when the change is written. */
export function expectFound({ conversation, message, delivery }: FoundMessage): readonly Expectation[] {
  return [
    { kind: 'conversation', id: conversation.id, version: conversation.version },
    { kind: 'message', id: message.id, version: message.version },
    ...(delivery ? [{ kind: 'delivery', id: delivery.id, version: delivery.version } as const] : []),
  ];
}
