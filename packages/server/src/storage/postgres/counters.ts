import { type CellValue, parseCellKey, type Seq, type WorkspaceId } from '@deskkit/core';
import type { Database } from './database.ts';

export async function readCells(database: Database, workspace: WorkspaceId): Promise<readonly CellValue[]> {
  const found = await database.query<{ cell: string; value: number; seq: number }>(
    'SELECT cell, value, seq FROM deskkit_cell WHERE workspace = $1 AND value <> 0',
    [workspace],
  );
  return found.map(({ cell, value, seq }) => ({ cell: parseCellKey(cell), value, seq }));
}

export async function readPosition(database: Database, workspace: WorkspaceId): Promise<Seq> {
  const [found] = await database.query<{ seq: number }>('SELECT seq FROM deskkit_position WHERE workspace = $1', [
    workspace,
  ]);
  return found?.seq ?? 0;
}
