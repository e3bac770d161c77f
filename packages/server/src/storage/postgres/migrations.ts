import type { Client } from 'pg';
import { commitFunction } from './commit-function.ts';
import { removeFunction } from './remove-function.ts';
import { searchFunction } from './search-function.ts';
import { tables } from './tables.ts';

/** The steps that make the tables what this release knows, in order. What was released is never changed, only followed. */
const migrations: readonly string[] = [tables + commitFunction + removeFunction + searchFunction];

/** Any number; the same for all nodes and releases. */
const migrationLock = 5_703_148_261;

/** Brings the database to this release's format, one node at a time. Refuses one that a newer release has been at. */
export async function migrate(client: Client): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS deskkit_migration (version int PRIMARY KEY, at timestamptz NOT NULL)',
    );
    const stored = await client.query<{ version: number }>(
      'SELECT coalesce(max(version), 0) AS version FROM deskkit_migration',
    );
    const version = stored.rows[0]?.version ?? 0;
    if (version > migrations.length) {
      throw new Error(
        `This database was made by a newer release of DeskKit (format ${version}, this release knows ${migrations.length}): run that release, or one after it.`,
      );
    }
    for (const [index, migration] of migrations.entries()) {
      if (index < version) continue;
      await client.query(migration);
      await client.query('INSERT INTO deskkit_migration (version, at) VALUES ($1, now())', [index + 1]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}
