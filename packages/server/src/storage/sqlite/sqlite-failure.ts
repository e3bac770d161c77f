import { isStorageError, StorageError } from '@deskkit/core';
import Database from 'better-sqlite3';

/** What the caller of a port may see of an error: the database's own troubles become `unavailable`. */
export function asStorageError(error: unknown): unknown {
  if (isStorageError(error) || !(error instanceof Database.SqliteError)) return error;
  const advice = Object.entries(advices).find(([code]) => error.code.startsWith(code))?.[1];
  if (!advice) return error;
  return new StorageError(
    { code: 'unavailable', detail: `${advice} (${error.code}: ${error.message})` },
    { cause: error },
  );
}

/** Calls `read`, and rejects with what `asStorageError` makes of its failure. */
export async function guarded<Value>(db: Database.Database, read: () => Value | Promise<Value>): Promise<Value> {
  if (!db.open) throw closedError();
  try {
    return await read();
  } catch (error) {
    throw asStorageError(error);
  }
}

export function closedError(): StorageError {
  return new StorageError({ code: 'unavailable', detail: 'it was closed; open it again.' });
}

/** By the beginning of SQLite's result code: https://www.sqlite.org/rescode.html */
const advices = {
  SQLITE_FULL: 'the disk is full; free some space and try again.',
  SQLITE_BUSY: 'another process holds the database; try again.',
  SQLITE_LOCKED: 'another connection holds a table; try again.',
  SQLITE_IOERR: 'reading or writing the file failed; look at the disk.',
  SQLITE_READONLY: 'the file cannot be written; look at its permissions and those of its folder.',
  SQLITE_CANTOPEN: 'the file cannot be opened; look whether its folder is there and may be written.',
  SQLITE_CORRUPT: 'the file is damaged; restore a copy.',
  SQLITE_NOTADB: 'the file is no SQLite database; name another one.',
};
