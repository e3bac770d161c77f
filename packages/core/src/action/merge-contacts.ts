import { type Actor, refOf } from '../people/actor.ts';
import type { Contact } from '../people/contact.ts';
import { type MergeContactsRefusal, mergeContacts as unite } from '../people/merge-contacts.ts';
import { contactClaims } from '../people/unique-keys.ts';
import type { ContactId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { emptyChange } from '../storage/change.ts';
import { workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import { keysHeldBy } from './contact-keys.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';
import { startJob } from './start-job.ts';

export type MergeRefusal =
  | NotFound
  | Forbidden
  | MergeContactsRefusal
  | { readonly code: 'contact-unknown'; readonly path: 'into' };

/**
 * Makes one contact of two, and gives the one that stays. The unique keys pass over in the same commit, the
 * conversations by a job. Sessions keep what they see: that hangs on their own identity, not on the contact.
 */
export async function mergeContacts(
  parts: Parts,
  actor: Actor,
  ask: { readonly contact: ContactId; readonly into: ContactId },
): Promise<Result<Contact, MergeRefusal>> {
  const forbidden = gateOf(actor, 'administer-contacts');
  if (forbidden) return forbidden;
  return retrying(async () => {
    const { workspace } = actor;
    const [from, into] = await parts.storage.find(workspace, 'contact', [ask.contact, ask.into]);
    if (!from) return refuse({ code: 'not-found' });
    if (!into) return refuse({ code: 'contact-unknown', path: 'into' });
    if (from.mergedInto === into.id) return ok(into);
    const united = unite(from, into);
    if (!united.ok) return united;

    const after = united.value;
    const held = [...(await keysHeldBy(parts, workspace, from)), ...(await keysHeldBy(parts, workspace, into))];
    const at = parts.clock.now();
    const by = refOf(actor);
    const job = startJob(parts, { task: { type: 'move-conversations', from: from.id, into: into.id }, by, at });
    await commit(parts, {
      ...emptyChange(workspace),
      expect: [
        { kind: 'contact', id: from.id, version: from.version },
        { kind: 'contact', id: into.id, version: into.version },
        ...job.expect,
      ],
      put: [{ kind: 'contact', row: after.into }, { kind: 'contact', row: after.from }, ...job.put],
      // What one had proven and the other claimed is proven now: nobody holds the claim, as nobody who proved it may.
      release: held.map((key) => ({ within: 'workspace', key })),
      claim: contactClaims(into.id, after.into.identities).filter(({ key }) => held.includes(key)),
      events: workspaceEvents([{ type: 'contact-merged', contact: from.id, into: into.id }], by, at),
      schedule: job.schedule,
    });
    return ok(after.into);
  });
}
