import { StorageError } from '@deskkit/core';
import Database from 'better-sqlite3';
import { migrate } from './migrations.ts';
import { asStorageError } from './sqlite-failure.ts';

/** Opens the file with this release's schema, so that what is committed outlives a power cut. */
export function openDatabase(file: string): Database.Database {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { timeout: 5000 });
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    // Thrown for a folder that is not there, before SQLite is asked.
    if (error instanceof TypeError) {
      throw new StorageError({ code: 'unavailable', detail: `"${file}": ${error.message}.` }, { cause: error });
    }
    throw asStorageError(error);
  }
}
