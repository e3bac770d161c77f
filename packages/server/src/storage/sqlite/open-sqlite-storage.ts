import {
  type Clock,
  type Directory,
  type RowKind,
  type RowOf,
  type Storage,
  systemClock,
  type WorkspaceId,
} from '@deskkit/core';
import { createCommitGroup } from './commit-group.ts';
import { openDatabase } from './open-database.ts';
import { guarded } from './sqlite-failure.ts';
import { createTables } from './tables.ts';

export interface SqliteStore {
  readonly storage: Storage;
  readonly directory: Directory;
  /** Finishes the commits under way and closes the file. */
  close(): Promise<void>;
}

/**
 * Keeps everything in one SQLite file, for one machine. Every commit is on the disk before it is answered. The
 * clock says what is due and which lease has ended. Throws when the file cannot be opened or is a newer release's.
 */
export function openSqliteStorage(options: { readonly file: string; readonly clock?: Clock }): SqliteStore {
  const db = openDatabase(options.file);
  const tables = createTables(db, options.clock ?? systemClock);
  const { workspaces, rows, lists, events, cells, claims, places, search, works, removal } = tables;
  const group = createCommitGroup(db, tables);
  // What cannot be deleted now is tried again at the next start.
  removal.sweep().catch(() => undefined);

  const close = async () => {
    if (!db.open) return;
    group.flush();
    db.close();
  };

  /** What `read` finds in the workspace; `nothing` where none was ever written. */
  const within = <Value>(workspace: WorkspaceId, nothing: Value, read: (number: number) => Value | Promise<Value>) =>
    guarded(db, () => {
      const number = workspaces.numberOf(workspace);
      return number === undefined ? nothing : read(number);
    });

  const storage: Storage = {
    commit: group.commit,
    find: <Kind extends RowKind>(workspace: WorkspaceId, kind: Kind, ids: readonly string[]) =>
      within<readonly (RowOf[Kind] | undefined)[]>(
        workspace,
        ids.map(() => undefined),
        (number) => ids.map((id) => rows.find(number, kind, id)),
      ),
    findByKey: (workspace, key) => within(workspace, undefined, (number) => claims.find(number, key)),
    list: (workspace, kind, { after = '', limit }) =>
      within(workspace, [], (number) => rows.list(number, kind, after, limit)),
    listConversations: (workspace, query) => within(workspace, [], (number) => lists.read(number, query)),
    readList: (workspace, list, page) => within(workspace, [], (number) => places.read(number, list, page)),
    search: (workspace, query) => within(workspace, [], (number) => search.find(number, query)),
    listEvents: (workspace, query) => within(workspace, [], (number) => events.list(number, query)),
    readCells: (workspace) => within(workspace, [], (number) => cells.read(number)),
    position: (workspace) => guarded(db, () => workspaces.find(workspace)?.position ?? 0),
    async remove(workspace) {
      await guarded(db, () => {
        group.flush();
        removal.unlink(workspace);
      });
      await removal.sweep();
    },
    close,
  };

  const directory: Directory = {
    find: (key) => guarded(db, () => claims.findEverywhere(key)),
    leaseWork: (ask) => guarded(db, () => works.lease(ask)),
    listWorkspaces: (page) => guarded(db, () => workspaces.list(page)),
  };

  return { storage, directory, close };
}
