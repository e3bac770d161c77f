import type { ConversationFact } from '../conversation/event.ts';
import type { Contact } from '../people/contact.ts';
import type { ContactId, WorkspaceId } from '../shared/id.ts';
import type { Change } from '../storage/change.ts';
import { plan } from './change-conversation.ts';
import type { PlanStep } from './job-step.ts';
import type { Parts } from './parts.ts';

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
  return undefined;
};

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
