import { join } from 'node:path';
import { openSqliteStorage } from '../../packages/server/src/storage/sqlite/open-sqlite-storage.ts';
import type { Candidate, Comparison } from '../frame/suite.ts';
import { fillIndex, percentiles, readers, searchFor, terms } from './searches.ts';

/** The newest 20 hits out of many messages beside out of few: an admin's from 10,000 on, a member's from 100,000 on. */
export function compareSqliteSearches(folder: string, many: number): readonly Comparison[] {
  return readers.flatMap(({ name: reader, scope }) =>
    Object.entries(terms).map(([what, term]): Comparison => {
      const few = scope.kind === 'everything' ? 10_000 : 100_000;
      const candidate = (role: Candidate['role'], size: number): Candidate => ({
        name: `out of ${size}`,
        role,
        async open() {
          const { storage, close } = openSqliteStorage({ file: await fill(folder, size) });
          const calls = scope.kind === 'everything' ? 300 : 15;
          const search = () => searchFor(storage, { scope, terms: [term] });
          return { measure: async () => (await percentiles(calls, search)).p50, close };
        },
      });
      return {
        name: `sqlite: ${what} for ${reader}, out of ${many} as out of ${few}`,
        unit: 'µs',
        better: 'lower',
        limit: 1.3,
        candidates: async () => [candidate('floor', few), candidate('ours', many)],
      };
    }),
  );
}

const filled = new Map<string, Promise<string>>();

function fill(folder: string, size: number): Promise<string> {
  const file = join(folder, `searches-${size}.db`);
  const known = filled.get(file) ?? fillFile(file, size);
  filled.set(file, known);
  return known;
}

async function fillFile(file: string, size: number): Promise<string> {
  const { storage, close } = openSqliteStorage({ file });
  await fillIndex(storage, size);
  await close();
  return file;
}
