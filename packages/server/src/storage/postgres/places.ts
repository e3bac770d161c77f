import type { ListPage, ListPlace, WorkspaceId } from '@deskkit/core';
import type { Database } from './database.ts';
import { storedKey } from './stored-key.ts';

export async function readList(
  database: Database,
  workspace: WorkspaceId,
  list: string,
  { before = Number.MAX_SAFE_INTEGER, limit }: ListPage,
): Promise<readonly ListPlace[]> {
  const found = await database.query<Omit<ListPlace, 'list'> & object>(
    `SELECT kind, id, seq FROM deskkit_place WHERE workspace = $1 AND list = $2 AND seq < $3 ORDER BY seq DESC LIMIT $4`,
    [workspace, storedKey(list), before, limit],
  );
  return found.map((place) => ({ list, ...place }));
}
