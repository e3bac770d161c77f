import { pendingSeq } from '../../shared/seq.ts';
import type { ListPlace } from '../../storage/change.ts';
import type { RowKind } from '../../storage/row.ts';
import { expectEqual, expectRejects } from '../assert.ts';
import { commit, here, numbers, someEvents, there } from './given.ts';
import type { StorageScenario, StoreUnderTest } from './storage-scenario.ts';

const list = 'unread/tmt_1';

function placeOf(id: string, seq: number, parts: Partial<ListPlace> = {}): ListPlace {
  return { list, kind: 'notification', id, seq, ...parts };
}

/** What a list holds, newest first, as `id:seq`. */
async function read({ storage }: StoreUnderTest, name = list, page: { before?: number; limit?: number } = {}) {
  const found = await storage.readList(here, name, { limit: 100, ...page });
  return found.map(({ id, seq }) => `${id}:${seq}`);
}

export const placeScenarios = [
  {
    key: 'places-newest-first',
    title: 'a list gives its places whole, the highest seq first, whatever the order in which they were taken',
    async run(store) {
      const places = [3, 9, 1, 12, 5].map((seq) => placeOf(`ntf_${seq}`, seq));
      await commit(store.storage, { enlist: places });
      const sorted = [...places].sort((one, other) => other.seq - one.seq);
      expectEqual(await store.storage.readList(here, list, { limit: 100 }), sorted, 'places');
      expectEqual(await store.storage.readList(here, 'unread/none', { limit: 100 }), [], 'places of no list');
    },
  },
  {
    key: 'places-page-by-page',
    title: 'pages of a list begin below a seq, and neither skip nor repeat',
    async run(store) {
      const seqs = numbers(23).map((index) => 2 + index * 3);
      await commit(store.storage, { enlist: seqs.map((seq) => placeOf(`ntf_${seq}`, seq)) });
      const all = seqs.map((seq) => `ntf_${seq}:${seq}`).reverse();
      for (const limit of [1, 2, 7, 23, 100]) {
        const seen: string[] = [];
        for (const _ of numbers(Math.ceil(all.length / limit) + 1)) {
          const last = seen.at(-1)?.split(':')[1];
          seen.push(...(await read(store, list, { limit, ...(last !== undefined && { before: Number(last) }) })));
        }
        expectEqual(seen, all, `pages of ${limit}`);
      }
      expectEqual(await read(store, list, { before: 10, limit: 2 }), ['ntf_8:8', 'ntf_5:5'], 'below a seq of no place');
      expectEqual(await read(store, list, { before: 2 }), [], 'below the last');
    },
  },
  {
    key: 'places-are-their-lists-own',
    title: 'lists whose names begin alike, rows of one id and two kinds, and two workspaces have nothing in common',
    async run(store) {
      const lists = [
        'unread/tmt_1',
        'unread/tmt_11',
        'unread/tmt_',
        'unread/%',
        '',
        'ünread\u0000/😀',
        'u'.repeat(3_000),
      ];
      await commit(store.storage, {
        enlist: lists.map((name, index) => placeOf('same', index + 1, { list: name })),
      });
      await commit(store.storage, { enlist: [placeOf('same', 50, { kind: 'draft' })] });
      await commit(store.storage, { workspace: there, enlist: [placeOf('same', 70), placeOf('elsewhere', 80)] });
      expectEqual(await read(store), ['same:50', 'same:1'], 'places of both kinds');
      for (const [index, name] of lists.entries())
        if (index > 0) expectEqual(await read(store, name), [`same:${index + 1}`], JSON.stringify(name.slice(0, 20)));
      await commit(store.storage, { delist: [placeOf('same', 0, { kind: 'draft' })] });
      expectEqual(await read(store), ['same:1'], 'places after one kind left');
      const elsewhere = await store.storage.readList(there, list, { limit: 9 });
      expectEqual(
        elsewhere.map(({ id }) => id),
        ['elsewhere', 'same'],
        'places there',
      );
    },
  },
  {
    key: 'places-taken-once',
    title: 'a row that takes a place again stands at the new one only, also within one change',
    async run(store) {
      await commit(store.storage, { enlist: [placeOf('a', 1), placeOf('b', 2)] });
      await commit(store.storage, { enlist: [placeOf('a', 3)] });
      expectEqual(await read(store), ['a:3', 'b:2'], 'places');
      await commit(store.storage, { enlist: [placeOf('b', 9), placeOf('b', 4)] });
      expectEqual(await read(store), ['b:4', 'a:3'], 'places');
    },
  },
  {
    key: 'places-given-up',
    title:
      'a place that is given up is gone, whatever seq is named; who has none gives up nothing; then it may be taken',
    async run(store) {
      await commit(store.storage, { enlist: [placeOf('a', 1), placeOf('b', 2), placeOf('c', 3)] });
      await commit(store.storage, {
        delist: [placeOf('b', 77), placeOf('never', 1), placeOf('c', 3, { list: 'other' })],
      });
      expectEqual(await read(store), ['c:3', 'a:1'], 'places');
      await commit(store.storage, { delist: [placeOf('a', 0)], enlist: [placeOf('a', 8), placeOf('b', 7)] });
      expectEqual(await read(store), ['a:8', 'b:7', 'c:3'], 'places after giving up and taking in one change');
    },
  },
  {
    key: 'places-pending-seqs',
    title: 'pending seqs of places become real ones',
    async run(store) {
      await commit(store.storage, { events: someEvents(4) });
      const enlist = [placeOf('a', pendingSeq(0)), placeOf('b', pendingSeq(2)), placeOf('c', 3)];
      await commit(store.storage, { events: someEvents(3), enlist });
      expectEqual(await read(store), ['b:7', 'a:5', 'c:3'], 'places');
      expectEqual(await read(store, list, { before: 7 }), ['a:5', 'c:3'], 'page');
    },
  },
  {
    key: 'places-of-refused-commit',
    title: 'a refused commit takes no place and gives none up',
    async run(store) {
      await commit(store.storage, { enlist: [placeOf('a', 1)] });
      const expect = [{ kind: 'notification' as RowKind, id: 'none', version: 1 }];
      const change = { expect, delist: [placeOf('a', 0)], enlist: [placeOf('b', 2)] };
      await expectRejects(commit(store.storage, change), 'version-conflict');
      expectEqual(await read(store), ['a:1'], 'places');
    },
  },
] as const satisfies readonly StorageScenario[];
