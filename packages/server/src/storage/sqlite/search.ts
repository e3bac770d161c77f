import type { Hit, SearchQuery, WorkspaceId } from '@deskkit/core';
import type { Database } from 'better-sqlite3';
import type { Tables } from './tables.ts';

export async function search(
  _db: Database,
  _tables: Tables,
  _workspace: WorkspaceId,
  _query: SearchQuery,
): Promise<readonly Hit[]> {
  return [];
}
