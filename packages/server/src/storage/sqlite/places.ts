import type { ListPage, ListPlace, RowKind, Seq } from '@deskkit/core';
import type { Database } from 'better-sqlite3';

/** Which rows stand in which lists. */
export interface Places {
  take(workspace: number, place: ListPlace, seq: Seq): void;
  giveUp(workspace: number, place: ListPlace): void;
  read(workspace: number, list: string, page: ListPage): readonly ListPlace[];
}

export function createPlaces(db: Database): Places {
  const take = db.prepare('INSERT OR REPLACE INTO place (workspace, list, kind, id, seq) VALUES (?, ?, ?, ?, ?)');
  const giveUp = db.prepare('DELETE FROM place WHERE workspace = ? AND list = ? AND kind = ? AND id = ?');
  const read = db
    .prepare<unknown[], [kind: RowKind, id: string, seq: Seq]>(`
      SELECT kind, id, seq FROM place WHERE workspace = ? AND list = ? AND seq < ? ORDER BY seq DESC LIMIT ?`)
    .raw();

  return {
    take: (workspace, { list, kind, id }, seq) => void take.run(workspace, list, kind, id, seq),
    giveUp: (workspace, { list, kind, id }) => void giveUp.run(workspace, list, kind, id),
    read: (workspace, list, { before = Number.MAX_SAFE_INTEGER, limit }) =>
      read.all(workspace, list, before, limit).map(([kind, id, seq]) => ({ list, kind, id, seq })),
  };
}
