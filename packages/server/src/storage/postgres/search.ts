import type { Hit, SearchQuery, WorkspaceId } from '@deskkit/core';
import type { Database } from './database.ts';

export async function search(
  _database: Database,
  _workspace: WorkspaceId,
  _query: SearchQuery,
): Promise<readonly Hit[]> {
  return [];
}
