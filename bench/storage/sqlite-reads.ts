import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@deskkit/core';
import { openSqliteStorage } from '../../packages/server/src/storage/sqlite/open-sqlite-storage.ts';
import { openRawCells } from '../floors/sqlite-cells.ts';
import { openRawPages } from '../floors/sqlite-pages.ts';
import { median } from '../frame/median.ts';
import type { Candidate, Comparison } from '../frame/suite.ts';
import { buildDesk, workspace } from './sends.ts';

const team = newId('team');
const small = 10_000;
const large = 200_000;

/** Pages of 50 out of one team's open folder, beside the raw statement and beside a folder of another size. */
export function compareSqlitePages(folder: string): readonly Comparison[] {
  const common = { unit: 'µs a page', better: 'lower' } as const;
  return [
    {
      ...common,
      name: `sqlite: page of 50 out of ${large}`,
      limit: 1.6,
      async candidates() {
        const file = await fill(folder, large);
        await copyFile(file, `${file}.floor`);
        return [rawPages(`${file}.floor`), ourPages('@deskkit/server', 'ours', file, large)];
      },
    },
    {
      ...common,
      name: `sqlite: page of 50 out of ${large} as out of ${small}`,
      limit: 1.3,
      async candidates() {
        const few = await fill(folder, small);
        const many = await fill(folder, large);
        return [ourPages(`out of ${small}`, 'floor', few, small), ourPages(`out of ${large}`, 'ours', many, large)];
      },
    },
  ];
}

/** Every counter of a workspace of 200 cells. */
export function compareSqliteCells(folder: string): Comparison {
  return {
    name: 'sqlite: all counters',
    unit: 'µs',
    better: 'lower',
    limit: 1.6,
    async candidates() {
      const file = join(folder, 'cells.db');
      const store = openSqliteStorage({ file });
      for (const change of buildDesk(2_000).changes) {
        const cells = change.cells.map(({ cell, by }) => ({ cell: { ...cell, teammate: newId('teammate') }, by }));
        await store.storage.commit({ ...change, cells: cells.slice(0, 50) });
      }
      await store.close();
      return [
        {
          name: 'raw better-sqlite3',
          role: 'floor',
          async open() {
            const raw = openRawCells(file);
            return { measure: () => microseconds(async () => raw.read()), close: async () => raw.close() };
          },
        },
        {
          name: '@deskkit/server',
          role: 'ours',
          async open() {
            const { storage, close } = openSqliteStorage({ file });
            return { measure: () => microseconds(() => storage.readCells(workspace)), close };
          },
        },
      ];
    },
  };
}

const filled = new Map<string, Promise<string>>();

function fill(folder: string, size: number): Promise<string> {
  const file = join(folder, `pages-${size}.db`);
  const known = filled.get(file) ?? fillFile(file, size);
  filled.set(file, known);
  return known;
}

async function fillFile(file: string, size: number): Promise<string> {
  const store = openSqliteStorage({ file });
  for (const change of buildDesk(size, team).changes) await store.storage.commit(change);
  await store.close();
  return file;
}

function rawPages(file: string): Candidate {
  return {
    name: 'raw keyset statement',
    role: 'floor',
    async open() {
      const raw = openRawPages(file, team);
      return {
        measure: () => microseconds(async (turn) => expectPage(raw.read(cursor(turn, large)))),
        close: async () => raw.close(),
      };
    },
  };
}

function ourPages(name: string, role: Candidate['role'], file: string, size: number): Candidate {
  return {
    name,
    role,
    async open() {
      const { storage, close } = openSqliteStorage({ file });
      const query = { scope: { kind: 'everything' }, folder: { kind: 'team', team }, me: null, tab: 'open' } as const;
      const read = (after: number) =>
        storage.listConversations(workspace, { ...query, sort: 'newest', after, limit: 50 });
      return { measure: () => microseconds(async (turn) => expectPage(await read(cursor(turn, size)))), close };
    },
  };
}

/** Places all over the folder, the same in every run. */
function cursor(turn: number, size: number): number {
  return 100 + ((turn * 7_919) % (size - 100));
}

function expectPage(page: readonly unknown[]): void {
  if (page.length !== 50) throw new Error(`A page came with ${page.length} conversations instead of 50.`);
}

/** The median of 500 calls. */
async function microseconds(call: (turn: number) => Promise<unknown>): Promise<number> {
  const figures: number[] = [];
  for (let turn = 0; turn < 500; turn++) {
    const started = performance.now();
    await call(turn);
    figures.push((performance.now() - started) * 1000);
  }
  return median(figures);
}
