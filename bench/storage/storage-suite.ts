import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Suite } from '../frame/suite.ts';
import { compareSqliteSends } from './sqlite-sends.ts';

/** What storage costs over the raw database. */
export function openStorageSuite(): Suite {
  const folder = mkdtempSync(join(tmpdir(), 'deskkit-bench-'));
  return {
    name: 'storage',
    comparisons: [compareSqliteSends(folder)],
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
