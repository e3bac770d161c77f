import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Suite, SuiteOptions } from '../frame/suite.ts';
import { comparePostgresSearches } from './postgres-searches.ts';
import { comparePostgresSends } from './postgres-sends.ts';
import { compareSqliteCells, compareSqlitePages } from './sqlite-reads.ts';
import { compareSqliteSearches } from './sqlite-searches.ts';
import { compareSqliteSends } from './sqlite-sends.ts';

/** What storage costs over the raw database, and over a small one. `large`: searches out of a million messages. */
export function openStorageSuite({ large }: SuiteOptions): Suite {
  const folder = mkdtempSync(join(tmpdir(), 'deskkit-bench-'));
  const postgresSearches = comparePostgresSearches(large ? 1_000_000 : 100_000);
  return {
    name: 'storage',
    comparisons: [
      compareSqliteSends(folder),
      ...compareSqlitePages(folder),
      compareSqliteCells(folder),
      ...compareSqliteSearches(folder, large ? 1_000_000 : 200_000),
      comparePostgresSends(),
      ...postgresSearches.comparisons,
    ],
    async close() {
      await postgresSearches.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
