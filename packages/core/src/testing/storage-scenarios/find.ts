import { expectEqual } from '../assert.ts';
import { buildTeam } from '../builders.ts';
import { commit, here, messageOf, messageRow, numbers, teamRow } from './given.ts';
import type { StorageScenario } from './storage-scenario.ts';

/** In the order of their UTF-16 code units, which for these is every binary order. */
const sortedIds = ['%', "'", '-', '0', '1', '10', '2', 'A', 'Z', '_', 'a', 'aa', 'b', 'é', 'ا'];

export const findScenarios = [
  {
    key: 'find-keeps-order',
    title: 'rows come in the order of the ids, undefined where there is none, and as often as asked for',
    async run({ storage }) {
      await commit(storage, { put: ['a', 'b', 'c'].map((id) => messageRow(messageOf(id))) });
      const found = await storage.find(here, 'message', ['c', 'x', 'a', 'c', 'y', 'b', 'x']);
      expectEqual(
        found.map((row) => row?.id ?? null),
        ['c', null, 'a', 'c', null, 'b', null],
        'ids',
      );
    },
  },
  {
    key: 'find-no-ids',
    title: 'no ids give no rows',
    async run({ storage }) {
      await commit(storage, { put: [messageRow(messageOf('a'))] });
      expectEqual(await storage.find(here, 'message', []), [], 'rows');
    },
  },
  {
    key: 'find-500-ids',
    title: 'five hundred ids at once, half of them of nothing',
    async run({ storage }) {
      for (const batch of numbers(5))
        await commit(storage, { put: numbers(50).map((index) => messageRow(messageOf(`msg_${batch * 50 + index}`))) });
      const ids = numbers(500).map((index) => `msg_${499 - index}`);
      const found = await storage.find(here, 'message', ids);
      expectEqual(
        found.map((row) => row?.id ?? null),
        ids.map((id, index) => (index < 250 ? null : id)),
        'ids',
      );
    },
  },
  {
    key: 'find-compares-ids-exactly',
    title: 'ids that are the beginning of others, differ in case or hold wildcards are found as they are',
    async run({ storage }) {
      const ids = [
        ...sortedIds,
        'msg_1',
        'msg_11',
        'msg%',
        'MSG_1',
        "'; DROP TABLE rows; --",
        '__proto__',
        '😀',
        'x\\',
      ];
      for (const id of ids) await commit(storage, { put: [messageRow(messageOf(id, `text of ${id}`))] });
      const found = await storage.find(here, 'message', ids);
      expectEqual(
        found.map((row) => row?.body.text),
        ids.map((id) => `text of ${id}`),
        'texts',
      );
      const absent = ['msg_', 'msg_111', 'msg__', '%%', 'constructor', '', ' a', 'a ', 'e\u0301'];
      expectEqual(
        await storage.find(here, 'message', absent),
        absent.map(() => undefined),
        'rows',
      );
    },
  },
  {
    key: 'find-by-kind',
    title: 'rows of one id and different kinds are different rows',
    async run({ storage }) {
      const team = buildTeam({ id: 'same' as never });
      await commit(storage, { put: [messageRow(messageOf('same')), teamRow(team)] });
      expectEqual(await storage.find(here, 'team', ['same']), [team], 'team');
      expectEqual(await storage.find(here, 'contact', ['same']), [undefined], 'contact');
      await commit(storage, { remove: [{ kind: 'message', id: 'same' }] });
      expectEqual(await storage.find(here, 'message', ['same']), [undefined], 'removed row');
      expectEqual(await storage.find(here, 'team', ['same']), [team], 'row of the other kind');
    },
  },
  {
    key: 'list-in-order-of-ids',
    title: 'rows of a kind come in the binary order of their ids, whatever the order of putting',
    async run({ storage }) {
      for (const id of [...sortedIds].reverse()) await commit(storage, { put: [messageRow(messageOf(id))] });
      await commit(storage, { put: [teamRow(buildTeam())] });
      const listed = await storage.list(here, 'message', { limit: 100 });
      expectEqual(
        listed.map((row) => row.id),
        sortedIds,
        'ids',
      );
      const middle = await storage.list(here, 'message', { after: '1', limit: 3 });
      expectEqual(
        middle.map((row) => row.id),
        ['10', '2', 'A'],
        'page',
      );
    },
  },
  {
    key: 'list-pages',
    title: 'pages neither skip nor repeat, also when the last one is full, empty or begins at an id that is gone',
    async run({ storage }) {
      expectEqual(await storage.list(here, 'message', { limit: 5 }), [], 'empty list');
      await commit(storage, { put: sortedIds.map((id) => messageRow(messageOf(id))) });
      for (const limit of [1, 2, 5, sortedIds.length, 1_000]) {
        const seen: string[] = [];
        for (const _ of numbers(sortedIds.length + 1)) {
          const after = seen.at(-1);
          const page = await storage.list(here, 'message', { limit, ...(after !== undefined && { after }) });
          seen.push(...page.map((row) => row.id));
        }
        expectEqual(seen, sortedIds, `pages of ${limit}`);
      }
      await commit(storage, { remove: [{ kind: 'message', id: 'aa' }] });
      const page = await storage.list(here, 'message', { after: 'aa', limit: 1 });
      expectEqual(
        page.map((row) => row.id),
        ['b'],
        'page after an id that is gone',
      );
    },
  },
] as const satisfies readonly StorageScenario[];
