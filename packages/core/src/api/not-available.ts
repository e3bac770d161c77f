import { type Action, can } from '../access/can.ts';
import type { Actor } from '../people/actor.ts';
import { type Refused, refuse } from '../shared/result.ts';

/** For what this release only describes: the gate's refusal where it has one, else that it is not available yet. */
export function notAvailable(
  actor: Actor,
  action: Action,
): Refused<{ readonly code: 'forbidden' } | { readonly code: 'not-available' }> {
  return can(actor, action) ? refuse({ code: 'not-available' }) : refuse({ code: 'forbidden' });
}
