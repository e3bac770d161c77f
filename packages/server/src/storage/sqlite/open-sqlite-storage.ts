import { type Clock, type Directory, type Storage, systemClock } from '@deskkit/core';
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
  const { workspaces, rows, lists, events, cells, claims, works } = tables;
  const group = createCommitGroup(db, tables);

  const close = async () => {
    if (!db.open) return;
    group.flush();
    db.close();
  };

  const storage: Storage = {
    commit: group.commit,
    find: (workspace, kind, ids) =>
      guarded(db, () => {
        const number = workspaces.numberOf(workspace);
        return ids.map((id) => (number === undefined ? undefined : rows.find(number, kind, id)));
      }),
    findByKey: (workspace, key) =>
      guarded(db, () => {
        const number = workspaces.numberOf(workspace);
        return number === undefined ? undefined : claims.find(number, key);
      }),
    list: (workspace, kind, { after = '', limit }) =>
      guarded(db, () => {
        const number = workspaces.numberOf(workspace);
        return number === undefined ? [] : rows.list(number, kind, after, limit);
      }),
    listConversations: (workspace, query) =>
      guarded(db, () => {
        const number = workspaces.numberOf(workspace);
        return number === undefined ? [] : lists.read(number, query);
      }),
    listEvents: (workspace, query) =>
      guarded(db, () => {
        const number = workspaces.numberOf(workspace);
        return number === undefined ? [] : events.list(number, query);
      }),
    readCells: (workspace) =>
      guarded(db, () => {
        const number = workspaces.numberOf(workspace);
        return number === undefined ? [] : cells.read(number);
      }),
    position: (workspace) => guarded(db, () => workspaces.find(workspace)?.position ?? 0),
    close,
  };

  const directory: Directory = {
    find: (key) => guarded(db, () => claims.findEverywhere(key)),
    leaseWork: (ask) => guarded(db, () => works.lease(ask)),
    listWorkspaces: (page) => guarded(db, () => workspaces.list(page)),
  };

  return { storage, directory, close };
}
