import { setTimeout as sleep } from 'node:timers/promises';
import { runStorageConformance, type StoreUnderTest } from '@deskkit/core/testing';
import { describe, it } from 'vitest';
import { createDatabase } from '../../../../../test/support/postgres.ts';
import { openPostgresStorage } from './open-postgres-storage.ts';

async function openOn(url: string, drop: () => Promise<void>): Promise<StoreUnderTest> {
  const { storage, directory, close } = await openPostgresStorage({ url });
  return {
    storage,
    directory,
    pass: (milliseconds) => sleep(milliseconds),
    second: () => openPostgresStorage({ url }),
    async reopen() {
      await close();
      return openOn(url, drop);
    },
    async close() {
      await close();
      await drop();
    },
  };
}

describe('Postgres storage', () => {
  runStorageConformance(it, {
    async open() {
      const { url, drop } = await createDatabase();
      return openOn(url, drop);
    },
  });
});
