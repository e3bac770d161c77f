import type { Directory, Storage } from '@deskkit/core';
import type { Client } from 'pg';
import { createCommitQueue } from './commit-queue.ts';
import { connectClient } from './connect.ts';
import { listConversations } from './conversations.ts';
import { readCells, readPosition } from './counters.ts';
import { openDatabase } from './database.ts';
import { createDirectory } from './directory.ts';
import { listEvents } from './events.ts';
import { migrate } from './migrations.ts';
import { readList } from './places.ts';
import { codeOf } from './postgres-error.ts';
import { removeWorkspace } from './remove-workspace.ts';
import { findByKey, findRows, listRows } from './rows.ts';
import { search } from './search.ts';

export interface PostgresStorageOptions {
  /** `postgres://USER:PASSWORD@HOST:PORT/DATABASE`, with what else `pg` understands behind a `?`. */
  readonly url: string;
  /** Connections at most; 8 unless told. */
  readonly pool?: number;
}

/**
 * Everything in one Postgres database, for any number of nodes. Makes its tables at the first start. Throws an `Error`
 * of one sentence that says what to do when the database cannot be used.
 */
export async function openPostgresStorage({ url, pool = 8 }: PostgresStorageOptions): Promise<{
  readonly storage: Storage;
  readonly directory: Directory;
  close(): Promise<void>;
}> {
  const client = await connectClient(url);
  try {
    await checkServer(client);
    await migrate(client);
  } catch (error) {
    throw codeOf(error) === '42501' ? new Error(grantCreate(client), { cause: error }) : error;
  } finally {
    await client.end();
  }
  const database = openDatabase({ url, pool });
  const queue = createCommitQueue(database);
  const close = async () => {
    await queue.close();
    await database.close();
  };
  const storage: Storage = {
    commit: (change) => queue.commit(change),
    find: (workspace, kind, ids) => findRows(database, workspace, kind, ids),
    findByKey: (workspace, key) => findByKey(database, workspace, key),
    list: (workspace, kind, page) => listRows(database, workspace, kind, page),
    listConversations: (workspace, query) => listConversations(database, workspace, query),
    listEvents: (workspace, query) => listEvents(database, workspace, query),
    readList: (workspace, list, page) => readList(database, workspace, list, page),
    search: (workspace, query) => search(database, workspace, query),
    readCells: (workspace) => readCells(database, workspace),
    position: (workspace) => readPosition(database, workspace),
    remove: (workspace) => removeWorkspace(database, workspace),
    close,
  };
  return { storage, directory: createDirectory(database), close };
}

function grantCreate({ user, database }: Client): string {
  return `"${user}" may not create tables in the database "${database}": let its owner run GRANT CREATE ON SCHEMA public TO "${user}".`;
}

async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; isolation: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
            current_setting('default_transaction_isolation') AS isolation`,
  );
  const [server] = rows;
  if (!server) throw new Error('Postgres gave no answer about itself: check that the database URL leads to Postgres.');
  if (server.version < 140_000) throw new Error('DeskKit needs PostgreSQL 14 or newer: upgrade the server.');
  if (server.encoding !== 'UTF8') {
    throw new Error(`The database is encoded in ${server.encoding}: create one with ENCODING 'UTF8'.`);
  }
  if (server.isolation !== 'read committed') {
    throw new Error(
      `The database's default_transaction_isolation is "${server.isolation}": set it to "read committed" for this database.`,
    );
  }
}
