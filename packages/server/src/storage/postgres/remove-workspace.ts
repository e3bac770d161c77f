import type { WorkspaceId } from '@deskkit/core';
import type { Database } from './database.ts';

/** Millions of rows take minutes. */
const timeout = 3_600_000;

/** Everything of a workspace, in one transaction. Commits of it wait until it is done, those of others do not. */
export async function removeWorkspace(database: Database, workspace: WorkspaceId): Promise<void> {
  await database.query('SELECT deskkit_remove($1)', [workspace], timeout);
}
