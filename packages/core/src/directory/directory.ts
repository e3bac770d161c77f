import type { WorkspaceId } from '../shared/id.ts';
import type { Work, WorkKind } from '../storage/change.ts';
import type { RowRef } from '../storage/row.ts';

/** The only look-up across workspaces. The storage's own clock says what is due and which lease has ended. */
export interface Directory {
  /** Which row, of which workspace, holds a key that was claimed `everywhere`. */
  find(key: string): Promise<(RowRef & { readonly workspace: WorkspaceId }) | undefined>;

  /**
   * Leases due work that nobody has leased, oldest due first: `forMilliseconds` from now it is free again. Each
   * lease has a token of its own, greater than all before it for that work.
   */
  leaseWork(ask: {
    readonly kinds: readonly WorkKind[];
    readonly limit: number;
    readonly forMilliseconds: number;
  }): Promise<readonly LeasedWork[]>;

  /** All workspaces in the order of their ids, `limit` at a time; never `hostWorkspace`. */
  listWorkspaces(page: { readonly after?: WorkspaceId; readonly limit: number }): Promise<readonly WorkspaceId[]>;
}

export interface LeasedWork extends Work {
  readonly workspace: WorkspaceId;
  readonly token: number;
}
