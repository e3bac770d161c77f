import { type Actor, refOf } from '../people/actor.ts';
import type { WorkspaceId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type Change, emptyChange } from '../storage/change.ts';
import { everywhereKeys } from '../workspace/unique-keys.ts';
import { workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import type { PlanStep } from './job-step.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';
import { startJob } from './start-job.ts';

/**
 * Removes a workspace: nobody gets in any more once this is answered, its addresses and widget key are free; its files
 * and rows go by a job. Owners remove their own.
 */
export function removeWorkspace(
  parts: Parts,
  actor: Actor,
  id: WorkspaceId,
): Promise<Result<{ readonly workspace: WorkspaceId }, NotFound | Forbidden>> {
  return retrying(async () => {
    const forbidden = gateOf(actor, 'remove-workspace');
    if (forbidden) return forbidden;
    const isOwn = actor.kind === 'host' || actor.kind === 'system' || actor.workspace === id;
    const [workspace] = isOwn ? await parts.storage.find(id, 'workspace', [id]) : [];
    if (!workspace) return refuse({ code: 'not-found' });
    const at = parts.clock.now();
    const by = refOf(actor);
    const job = startJob(parts, { task: { type: 'remove-workspace' }, by, at });
    const keys = [
      everywhereKeys.mailDomain(workspace.mailDomain),
      everywhereKeys.widget(workspace.widgetKey),
      ...workspace.addresses.map(everywhereKeys.address),
    ];
    await commit(parts, {
      ...emptyChange(id),
      ...job,
      expect: [{ kind: 'workspace', id, version: workspace.version }, ...job.expect],
      remove: [{ kind: 'workspace', id }],
      release: keys.map((key) => ({ within: 'everywhere', key })),
      events: workspaceEvents([{ type: 'access-changed', teammate: null }], by, at),
    });
    return ok({ workspace: id });
  });
}

/** Deletes the next files: of attachments, and the mails that messages came as. A file that is gone is no error. */
export const removeFiles: PlanStep<'remove-workspace'> = async (parts, { workspace, limit }) => {
  for (const kind of ['attachment', 'message'] as const) {
    const rows = await parts.storage.list(workspace, kind, { limit });
    for (const row of rows) {
      const file = 'email' in row ? row.email?.original : row.id;
      if (file) await parts.blobs.delete(file);
    }
    const change: Change = {
      ...emptyChange(workspace),
      expect: rows.map(({ id, version }) => ({ kind, id, version })),
      remove: rows.map(({ id }) => ({ kind, id })),
    };
    if (rows.length > 0) return { changes: [change], rows: rows.length };
  }
  return undefined;
};
