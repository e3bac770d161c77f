import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Suite } from '../frame/suite.ts';
import { comparePostgresSends } from './postgres-sends.ts';
import { compareSqliteCells, compareSqlitePages } from './sqlite-reads.ts';
import { compareSqliteSends } from './sqlite-sends.ts';

/** What storage costs over the raw database. */
export function openStorageSuite(): Suite {
  const folder = mkdtempSync(join(tmpdir(), 'deskkit-bench-'));
  return {
    name: 'storage',
    comparisons: [
      compareSqliteSends(folder),
      ...compareSqlitePages(folder),
      compareSqliteCells(folder),
      comparePostgresSends(),
    ],
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
