import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteStorage } from '../../packages/server/src/storage/sqlite/open-sqlite-storage.ts';
import { openRawSends } from '../floors/sqlite-sends.ts';
import type { Comparison } from '../frame/suite.ts';
import { perSecond } from './in-flight.ts';
import { rawSendOf } from './raw-send.ts';
import { buildDesk, buildSends } from './sends.ts';

const atOnce = 64;
const perRound = 6_400;

/** Durable sends on SQLite, 64 under way at once on a desk of 1,000 conversations. */
export function compareSqliteSends(folder: string): Comparison {
  return {
    name: 'sqlite: sends per second',
    unit: 'sends/s',
    better: 'higher',
    limit: 0.8,
    floorOnce: 8_617,
    async candidates() {
      const file = join(folder, 'sends.db');
      const { conversations, changes } = buildDesk(1_000);
      const store = openSqliteStorage({ file });
      for (const change of changes) await store.storage.commit(change);
      await store.close();
      await copyFile(file, join(folder, 'sends-floor.db'));

      return [
        {
          name: `raw better-sqlite3, groups of ${atOnce}`,
          role: 'floor',
          async open() {
            const desk = [...conversations];
            const raw = openRawSends(join(folder, 'sends-floor.db'), atOnce);
            return {
              measure: async () => raw.measure(buildSends(desk, perRound).map(rawSendOf)),
              close: async () => raw.close(),
            };
          },
        },
        {
          name: `@deskkit/server, ${atOnce} at once`,
          role: 'ours',
          async open() {
            const desk = [...conversations];
            const { storage, close } = openSqliteStorage({ file });
            return {
              measure: () => perSecond(buildSends(desk, perRound), atOnce, (send) => storage.commit(send)),
              close,
            };
          },
        },
      ];
    },
  };
}
