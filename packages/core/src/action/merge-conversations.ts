import type { Conversation } from '../conversation/conversation.ts';
import { type Actor, refOf } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { emptyChange } from '../storage/change.ts';
import { type AlterationRefusal, commitPlan, planChange } from './change-conversation.ts';
import { combineChanges } from './combine-changes.ts';
import type { On } from './conversation-commands.ts';
import { gate } from './gate.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

export type MergeRefusal = AlterationRefusal | { readonly code: 'conversation-unknown'; readonly path: 'into' };

/** Makes one conversation of two of the same contact, and gives the one that stays. */
export function merge(
  parts: Parts,
  actor: Actor,
  input: On & { readonly into: ConversationId },
): Promise<Result<Conversation, MergeRefusal>> {
  return retrying(async () => {
    const { workspace } = actor;
    const ids = [input.conversation, input.into];
    const [one, other] = await parts.storage.find(workspace, 'conversation', ids);
    const passed = gate(actor, 'write', one);
    if (!passed.ok) return passed;
    const target = gate(actor, 'write', other);
    if (!target.ok) return refuse({ code: 'conversation-unknown', path: 'into' });
    const [from, into] = [passed.value, target.value];
    const by = refOf(actor);
    const { seen } = input;
    const leaving = await planChange(parts, actor, {
      conversation: from.id,
      seen,
      action: 'write',
      command: { type: 'merge', by, into },
    });
    if (!leaving.ok) return leaving;
    const staying = await planChange(parts, actor, {
      conversation: into.id,
      action: 'write',
      command: { type: 'absorb', by, from },
      ...(from.last.seq > into.last.seq ? { words: { preview: from.preview } } : {}),
    });
    if (!staying.ok) return staying;
    if (!leaving.value.change || !staying.value.change) return ok(staying.value.after);
    const both = {
      ...emptyChange(workspace),
      expect: [from, into].map(({ id, version }) => ({ kind: 'conversation', id, version }) as const),
      reindex: [{ from: from.id, into: into.id }],
      // What was merged wakes no more.
      cancel: [`wake/${from.id}`],
    };
    const change = combineChanges(workspace, [staying.value.change, leaving.value.change, both]);
    return ok(await commitPlan(parts, { after: staying.value.after, change }));
  });
}
