import { hostWorkspace, type Seq, type WorkspaceId } from '@deskkit/core';
import type { Database } from 'better-sqlite3';

/** A workspace as its rows name it, and how far its log goes. */
export interface Place {
  readonly number: number;
  readonly position: Seq;
}

export interface Workspaces {
  find(id: WorkspaceId): Place | undefined;
  /** The number that stands for the workspace in keys; `undefined` while nothing was written for it. */
  numberOf(id: WorkspaceId): number | undefined;
  /** Makes the workspace's row. */
  add(id: WorkspaceId): Place;
  advance(number: number, position: Seq): void;
  list(page: { readonly after?: WorkspaceId; readonly limit: number }): readonly WorkspaceId[];
}

export function createWorkspaces(db: Database): Workspaces {
  const find = db.prepare<[string], Place>('SELECT number, position FROM workspace WHERE id = ?');
  // Not kept in memory: another process may remove the workspace, and make it again.
  const number = db.prepare<[string], number>('SELECT number FROM workspace WHERE id = ?').pluck();
  const add = db.prepare<[string], Place>(
    'INSERT INTO workspace (id, position) VALUES (?, 0) RETURNING number, position',
  );
  const advance = db.prepare('UPDATE workspace SET position = ? WHERE number = ?');
  const list = db.prepare<[string, number], { id: WorkspaceId }>(`
    SELECT id FROM workspace
    WHERE id > ? AND id <> '${hostWorkspace}' AND (
      position > 0
      OR EXISTS (SELECT 1 FROM row WHERE row.workspace = workspace.number)
      OR EXISTS (SELECT 1 FROM conversation WHERE conversation.workspace = workspace.number)
    )
    ORDER BY id LIMIT ?`);

  return {
    find: (id) => find.get(id),
    numberOf: (id) => number.get(id),
    add(id) {
      const place = add.get(id);
      if (!place) throw new Error('SQLite gave no number for a new workspace.');
      return place;
    },
    advance: (number, position) => void advance.run(position, number),
    list: ({ after, limit }) => list.all(after ?? '', limit).map((row) => row.id),
  };
}
