import { can } from '../access/can.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Actor, TeammateActor } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type Forbidden, gate, type NotFound } from './gate.ts';
import type { Parts } from './parts.ts';

/** Lets a teammate have things of its own. */
export function gatePersonal(actor: Actor): Result<TeammateActor, Forbidden> {
  const isAllowed = actor.kind === 'teammate' && can(actor, 'keep-personal-things');
  return isAllowed ? ok(actor) : refuse({ code: 'forbidden' });
}

export type BesideRefusal =
  | NotFound
  | Forbidden
  | { readonly code: 'conversation-merged'; readonly into: ConversationId };

/** The same beside a conversation that it can see; beside one that was merged nothing new is kept. */
export async function gateBeside(
  parts: Parts,
  actor: Actor,
  id: ConversationId,
): Promise<Result<{ readonly conversation: Conversation; readonly reader: TeammateActor }, BesideRefusal>> {
  const reader = gatePersonal(actor);
  if (!reader.ok) return reader;
  const [found] = await parts.storage.find(actor.workspace, 'conversation', [id]);
  const passed = gate(actor, 'read', found);
  if (!passed.ok) return passed;
  const conversation = passed.value;
  if (conversation.mergedInto) return refuse({ code: 'conversation-merged', into: conversation.mergedInto });
  return ok({ conversation, reader: reader.value });
}
