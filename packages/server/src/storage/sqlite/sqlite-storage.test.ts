import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFakeClock, runStorageConformance, type StoreUnderTest } from '@deskkit/core/testing';
import { describe, it } from 'vitest';
import { openSqliteStorage } from './open-sqlite-storage.ts';

async function open(): Promise<StoreUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'deskkit-sqlite-'));
  return openIn(folder, createFakeClock());
}

function openIn(folder: string, clock: ReturnType<typeof createFakeClock>): StoreUnderTest {
  const file = join(folder, 'desk.db');
  const store = openSqliteStorage({ file, clock });
  return {
    storage: store.storage,
    directory: store.directory,
    now: () => clock.now(),
    pass: async (milliseconds) => clock.pass(milliseconds),
    second: async () => openSqliteStorage({ file, clock }),
    async reopen() {
      await store.close();
      return openIn(folder, clock);
    },
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

describe('sqlite storage', () => runStorageConformance(it, { open }));
