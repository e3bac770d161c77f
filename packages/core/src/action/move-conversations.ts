import type { ConversationFact } from '../conversation/event.ts';
import type { Contact } from '../people/contact.ts';
import { emptyContact } from '../people/merge-contacts.ts';
import type { ContactId, WorkspaceId } from '../shared/id.ts';
import { type Change, emptyChange } from '../storage/change.ts';
import { plan } from './change-conversation.ts';
import type { PlanStep, Step } from './job-step.ts';
import type { Parts } from './parts.ts';
import { sameContent } from './same-content.ts';

/** Puts the next conversations of a merged contact under the one that stays, or that has taken that one in since. */
export const moveConversations: PlanStep<'move-conversations'> = async (parts, { workspace, job, task, limit }) => {
  const into = await followContacts(parts, workspace, task.into);
  if (!into || into.id === task.from) return undefined;
  const ask = { scope: { kind: 'everything' }, me: null, contact: task.from, sort: 'newest', limit } as const;
  for (const kind of ['all', 'spam'] as const) {
    const found = await parts.storage.listConversations(workspace, { ...ask, folder: { kind } });
    const changes: Change[] = [];
    for (const before of found) {
      const facts: readonly ConversationFact[] = [{ type: 'details-changed', fields: ['contact'], contact: into.id }];
      const happened = { workspace, id: before.id, before, facts, actor: job.by, at: parts.clock.now() };
      const expect = [{ kind: 'contact', id: into.id, version: into.version } as const];
      changes.push((await plan(parts, { happened, expect, beside: {} })).change);
    }
    if (changes.length > 0) return { changes, rows: changes.length };
  }
  return emptyMerged(parts, { workspace, id: task.from });
};

/** Only now: until its conversations have moved, its identities say where a reply goes and who takes part. */
async function emptyMerged(
  parts: Parts,
  { workspace, id }: { readonly workspace: WorkspaceId; readonly id: ContactId },
): Promise<Step | undefined> {
  const [before] = await parts.storage.find(workspace, 'contact', [id]);
  if (!before?.mergedInto || sameContent(before, emptyContact(before))) return undefined;
  const row = { ...emptyContact(before), version: before.version + 1 };
  const expect = [{ kind: 'contact', id, version: before.version } as const];
  return { changes: [{ ...emptyChange(workspace), expect, put: [{ kind: 'contact', row }] }], rows: 0 };
}

/** The contact, or the one that it has become one with. */
export async function followContacts(
  parts: Parts,
  workspace: WorkspaceId,
  first: ContactId,
): Promise<Contact | undefined> {
  for (let id = first; ; ) {
    const [contact] = await parts.storage.find(workspace, 'contact', [id]);
    if (!contact?.mergedInto) return contact;
    id = contact.mergedInto;
  }
}
