import type { Presence } from '../log/presence.ts';
import { type Actor, refOf } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { followMerges } from './follow-merges.ts';
import { type Forbidden, gate, type NotFound } from './gate.ts';
import type { Parts } from './parts.ts';

interface Merged {
  readonly code: 'conversation-merged';
  readonly into: ConversationId;
}

/** Lets others know what one does on a conversation right now. Nothing is kept: it is said again while it lasts. */
export async function sayPresence(
  parts: Parts,
  actor: Actor,
  { conversation: id, doing }: Pick<Presence, 'conversation' | 'doing'>,
): Promise<Result<null, NotFound | Forbidden | Merged>> {
  const [found] = await parts.storage.find(actor.workspace, 'conversation', [id]);
  const passed = gate(actor, 'write', found);
  if (!passed.ok) return passed;
  if (passed.value.mergedInto) return refuse({ code: 'conversation-merged', into: passed.value.mergedInto });
  parts.signals.publish(actor.workspace, {
    kind: 'presence',
    presence: { conversation: id, who: refOf(actor), doing },
  });
  return ok(null);
}

/** Lets teammates see that the contact writes, where it does so: also in what its conversation was merged into. */
export async function sayTyping(
  parts: Parts,
  actor: Actor,
  first: ConversationId,
): Promise<Result<null, NotFound | Forbidden>> {
  const conversation = await followMerges(parts, actor, first);
  const [found] = await parts.storage.find(actor.workspace, 'conversation', [conversation]);
  const passed = gate(actor, 'answer', found);
  if (!passed.ok) return passed;
  const presence: Presence = { conversation, who: refOf(actor), doing: 'typing-reply' };
  parts.signals.publish(actor.workspace, { kind: 'presence', presence });
  return ok(null);
}
