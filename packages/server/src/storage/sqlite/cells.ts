import { type CellDelta, type CellValue, cellKey, parseCellKey, type Seq } from '@deskkit/core';
import type { Database } from 'better-sqlite3';

/** The counters of all workspaces. */
export interface Cells {
  count(workspace: number, delta: CellDelta, seq: Seq): CellValue;
  read(workspace: number): readonly CellValue[];
}

export function createCells(db: Database): Cells {
  const count = db
    .prepare<unknown[], number>(`
      INSERT INTO cell (workspace, key, value, seq) VALUES (?, ?, ?, ?)
      ON CONFLICT (workspace, key) DO UPDATE SET value = value + excluded.value, seq = excluded.seq
      RETURNING value`)
    .pluck();
  const read = db
    .prepare<[number], [key: string, value: number, seq: Seq]>(
      'SELECT key, value, seq FROM cell WHERE workspace = ? AND value <> 0',
    )
    .raw();

  return {
    count(workspace, { cell, by }, seq) {
      return { cell, value: count.get(workspace, cellKey(cell), by, seq) ?? by, seq };
    },
    read(workspace) {
      return read.all(workspace).map(([key, value, seq]) => ({ cell: parseCellKey(key), value, seq }));
    },
  };
}
