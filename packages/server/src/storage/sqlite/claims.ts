import type { Claim, RowRef, WorkspaceId } from '@deskkit/core';
import type { Database } from 'better-sqlite3';
import { storedKey } from './stored-key.ts';

type Key = Pick<Claim, 'within' | 'key'>;

/** Who holds which key, within a workspace or everywhere. */
export interface Claims {
  holder(workspace: number, key: Key): (RowRef & { readonly workspace: number }) | undefined;
  find(workspace: number, key: string): RowRef | undefined;
  findEverywhere(key: string): (RowRef & { readonly workspace: WorkspaceId }) | undefined;
  take(workspace: number, claim: Claim): void;
  /** Only what this workspace holds. */
  release(workspace: number, key: Key): void;
}

const everywhere = 0;

export function createClaims(db: Database): Claims {
  const holder = db.prepare<[number, string], RowRef & { workspace: number }>(
    'SELECT workspace, kind, id FROM claimed WHERE scope = ? AND key = ?',
  );
  const find = db.prepare<[number, string], RowRef>('SELECT kind, id FROM claimed WHERE scope = ? AND key = ?');
  const findEverywhere = db.prepare<[string], RowRef & { workspace: WorkspaceId }>(`
    SELECT claimed.kind, claimed.id, workspace.id AS workspace
    FROM claimed JOIN workspace ON workspace.number = claimed.workspace
    WHERE scope = ${everywhere} AND key = ?`);
  const take = db.prepare('INSERT OR REPLACE INTO claimed (scope, key, workspace, kind, id) VALUES (?, ?, ?, ?, ?)');
  const release = db.prepare('DELETE FROM claimed WHERE scope = ? AND key = ? AND workspace = ?');
  const scopeOf = (workspace: number, { within }: Key) => (within === 'workspace' ? workspace : everywhere);

  return {
    holder: (workspace, key) => holder.get(scopeOf(workspace, key), storedKey(key.key)),
    find: (workspace, key) => find.get(workspace, storedKey(key)),
    findEverywhere: (key) => findEverywhere.get(storedKey(key)),
    take(workspace, claim) {
      take.run(scopeOf(workspace, claim), storedKey(claim.key), workspace, claim.kind, claim.id);
    },
    release: (workspace, key) => void release.run(scopeOf(workspace, key), storedKey(key.key), workspace),
  };
}
