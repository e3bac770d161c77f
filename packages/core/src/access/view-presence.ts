import type { Presence } from '../log/presence.ts';
import { type Actor, refOf, sameActor } from '../people/actor.ts';

/**
 * What a reader who may read the conversation gets of who does what on it: never what the reader does. Visitors learn
 * that somebody writes them a reply, and, where they had learnt that (`wasTyping`), that nobody does any more; never
 * who looks.
 */
export function viewPresence(presence: Presence, actor: Actor, wasTyping: boolean): Presence | undefined {
  const { who, doing } = presence;
  if (sameActor(who, refOf(actor))) return undefined;
  if (actor.kind !== 'visitor') return presence;
  if (who.kind !== 'teammate' && who.kind !== 'integrator') return undefined;
  if (doing === 'typing-reply') return presence;
  return wasTyping ? { ...presence, doing: 'left' } : undefined;
}
