import type { Actor } from '../people/actor.ts';
import type { WorkspaceId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import type { Parts } from './parts.ts';

export interface WorkspacePage {
  /** In the order of their ids. */
  readonly items: readonly Workspace[];
  /** The id to go on after; absent on the last page. */
  readonly next?: WorkspaceId;
}

/** All workspaces, for the host; those that are being removed are gone already. */
export async function listWorkspaces(
  { directory, storage }: Parts,
  actor: Actor,
  { after, limit }: { readonly after?: WorkspaceId | undefined; readonly limit: number },
): Promise<Result<WorkspacePage, Forbidden>> {
  const forbidden = gateOf(actor, 'manage-workspaces');
  if (forbidden) return forbidden;
  const items: Workspace[] = [];
  for (let last = after; ; ) {
    const ids = await directory.listWorkspaces(last === undefined ? { limit } : { after: last, limit });
    for (const id of ids) {
      last = id;
      const [workspace] = await storage.find(id, 'workspace', [id]);
      if (workspace && items.push(workspace) === limit) return ok({ items, next: id });
    }
    if (ids.length < limit) return ok({ items });
  }
}

/** One workspace, for the host. */
export async function findWorkspace(
  { storage }: Parts,
  actor: Actor,
  id: WorkspaceId,
): Promise<Result<Workspace, NotFound | Forbidden>> {
  const forbidden = gateOf(actor, 'manage-workspaces');
  if (forbidden) return forbidden;
  const [workspace] = await storage.find(id, 'workspace', [id]);
  return workspace ? ok(workspace) : refuse({ code: 'not-found' });
}
