import type { Parts, WorkspaceId } from '@deskkit/core';

/** Whether the workspace is there; of one that is being removed, rows are left for a while. */
export async function isThere({ storage }: Pick<Parts, 'storage'>, workspace: WorkspaceId): Promise<boolean> {
  return (await storage.find(workspace, 'workspace', [workspace]))[0] !== undefined;
}
