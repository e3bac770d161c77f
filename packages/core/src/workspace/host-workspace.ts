import type { WorkspaceId } from '../shared/id.ts';

/** Where the keys of hosts lie: no customer's, and in no list of workspaces. */
export const hostWorkspace = 'wsp_00000000-0000-0000-0000-000000000000' as WorkspaceId;
