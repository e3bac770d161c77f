import { type Action, can } from '../access/can.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Actor } from '../people/actor.ts';
import { ok, type Refused, type Result, refuse } from '../shared/result.ts';

export type NotFound = { readonly code: 'not-found' };
export type Forbidden = { readonly code: 'forbidden' };

/** Lets through what the actor may do. What it cannot see is answered like what is not there. */
export function gate(
  actor: Actor,
  action: Action,
  conversation: Conversation | undefined,
): Result<Conversation, NotFound | Forbidden> {
  // A key without the scope hears nothing of what is there.
  if (actor.kind === 'integrator' && !can(actor, action)) return refuse({ code: 'forbidden' });
  if (!conversation) return refuse({ code: 'not-found' });
  if (can(actor, action, conversation)) return ok(conversation);
  return refuse({ code: can(actor, 'read', conversation) ? 'forbidden' : 'not-found' });
}

/** The same for what is about no conversation; gives the refusal, if there is one. */
export function gateOf(actor: Actor, action: Action): Refused<Forbidden> | undefined {
  return can(actor, action) ? undefined : refuse({ code: 'forbidden' });
}
