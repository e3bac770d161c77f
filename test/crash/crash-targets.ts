import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStorage, openSqliteStorage } from '@deskkit/server';
import type { CrashTarget } from './crash-round.ts';

/** A fresh data folder with SQLite. */
export async function sqliteTarget(): Promise<CrashTarget & { discard(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'deskkit-crash-'));
  return {
    settings: { DESKKIT_DATA: folder },
    open: async () => openSqliteStorage({ file: join(folder, 'deskkit.sqlite') }),
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

/** An empty Postgres database, with a data folder for what is not in it. */
export async function postgresTarget(url: string): Promise<CrashTarget & { discard(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'deskkit-crash-'));
  return {
    settings: { DESKKIT_DATA: folder, DATABASE_URL: url, DESKKIT_SECRET: 'a secret of the crash test, 32 long' },
    open: () => openPostgresStorage({ url }),
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}
