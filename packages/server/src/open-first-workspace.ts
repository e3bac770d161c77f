import { randomBytes } from 'node:crypto';
import { type Desk, isStorageError, type Workspace, type WorkspaceId } from '@deskkit/core';

/** The oldest workspace; makes it where there is none. Of nodes that start at once, one makes it. */
export async function openFirstWorkspace(
  desk: Desk,
  { name, mailDomain }: { readonly name: string; readonly mailDomain: string },
): Promise<{ readonly workspace: Workspace; readonly isNew: boolean }> {
  const there = await findFirst(desk);
  if (there) return { workspace: there, isNew: false };
  try {
    const workspace = await desk.setUpWorkspace({
      name,
      mailDomain,
      addresses: [`support@${mailDomain}`],
      widgetKey: `wk_${randomBytes(16).toString('base64url')}`,
    });
    return { workspace, isNew: true };
  } catch (error) {
    if (!isStorageError(error) || error.code !== 'key-taken') throw error;
    const other = await findFirst(desk);
    if (!other) throw error;
    return { workspace: other, isNew: false };
  }
}

async function findFirst({ parts }: Desk): Promise<Workspace | undefined> {
  for (let after: WorkspaceId | undefined; ; ) {
    const [id] = await parts.directory.listWorkspaces(after === undefined ? { limit: 1 } : { after, limit: 1 });
    const [workspace] = id ? await parts.storage.find(id, 'workspace', [id]) : [];
    // One that is being removed is listed while rows of it are left.
    if (workspace || !id) return workspace;
    after = id;
  }
}
