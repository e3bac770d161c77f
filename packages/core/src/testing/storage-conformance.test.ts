import { describe, expect, it } from 'vitest';
import { emptyChange } from '../storage/change.ts';
import type { Storage } from '../storage/storage.ts';
import { StorageError } from '../storage/storage-error.ts';
import { openMemoryStoreUnderTest } from './memory-store-under-test.ts';
import { readByBranches } from './read-by-branches.ts';
import {
  runScenario,
  runStorageConformance,
  type ScenarioKey,
  type StoreUnderTest,
  storageScenarios,
} from './storage-conformance.ts';

type Break = (storage: Storage) => Partial<Storage>;

/** Memory storage with one thing broken. */
const opened = (breakIt: Break) => () =>
  openMemoryStoreUnderTest(({ storage, directory }) => ({ storage: { ...storage, ...breakIt(storage) }, directory }));

async function failingKeys(breakIt: Break): Promise<ScenarioKey[]> {
  const failing: ScenarioKey[] = [];
  for (const scenario of storageScenarios)
    await runScenario(scenario, { open: opened(breakIt) }).catch(() => failing.push(scenario.key));
  return failing;
}

const broken: readonly { name: string; breakIt: Break; fails: readonly ScenarioKey[] }[] = [
  {
    name: 'writes rows before it checks expectations',
    breakIt: ({ commit }) => ({
      async commit(change) {
        await commit({ ...emptyChange(change.workspace), put: change.put });
        return commit(change);
      },
    }),
    fails: [
      'commit-all-or-nothing',
      'commit-all-or-nothing-key-taken',
      'commit-all-or-nothing-lease-lost',
      'commit-all-or-nothing-throw',
      'commit-full-change',
      'workspaces-never-see-each-other',
      'commit-conflict-harms-no-other',
      'commit-keys-conflict-within-burst',
      'expect-absent',
      'expect-stored-version',
      'expect-one-of-20-wins',
      'expect-rows-only-read',
      'claim-stops-double-delivery',
    ],
  },
  {
    name: 'uses up a seq for a refused commit',
    breakIt: ({ commit }) => ({
      async commit(change) {
        try {
          return await commit(change);
        } catch (error) {
          const [event] = change.events;
          if (event) await commit({ ...emptyChange(change.workspace), events: [event] });
          throw error;
        }
      },
    }),
    fails: [
      'commit-all-or-nothing',
      'commit-all-or-nothing-key-taken',
      'commit-all-or-nothing-lease-lost',
      'commit-all-or-nothing-throw',
      'commit-conflict-harms-no-other',
      'commit-throw-harms-no-other',
      'claim-once-in-one-change',
      'claim-stops-double-delivery',
      'refused-commit-takes-no-seq',
      'stale-token-changes-nothing',
    ],
  },
  {
    name: 'ignores lease tokens',
    breakIt: ({ commit }) => ({
      commit: (change) =>
        commit({ ...change, settle: [], cancel: [...change.cancel, ...change.settle.map(({ id }) => id)] }),
    }),
    fails: [
      'commit-all-or-nothing-lease-lost',
      'workspaces-never-see-each-other',
      'expired-lease-is-free-again',
      'settle-removes-work',
      'stale-token-changes-nothing',
      'settle-needs-a-lease',
      'settle-and-schedule-retry',
      'schedule-replaces-and-voids-lease',
      'cancel-removes-work',
      'reopen-keeps-leases',
    ],
  },
  {
    name: 'lists a conversation once per branch',
    breakIt: ({ list }) => ({
      async listConversations(workspace, query) {
        const rows = await list(workspace, 'conversation', { limit: 10_000 });
        return readByBranches(rows, query).slice(0, query.limit);
      },
    }),
    fails: [
      'list-equals-plain-filter',
      'list-filters-channel-and-contact',
      'list-pages-neither-skip-nor-repeat',
      'list-shared-and-assigned-once',
      'list-follows-every-move',
    ],
  },
  {
    name: 'cuts off commits when it is closed',
    breakIt: ({ commit }) => {
      let isClosed = false;
      return {
        async commit(change) {
          await Promise.resolve();
          if (isClosed) throw new StorageError({ code: 'unavailable', detail: 'closed' });
          return commit(change);
        },
        async close() {
          isClosed = true;
        },
      };
    },
    fails: ['close-waits-for-commits'],
  },
];

/** Runs the kit with a runner of its own, and gives each test's name and what it threw. */
async function outcomesOf(adapter: Parameters<typeof runStorageConformance>[1]) {
  const tests: [string, () => Promise<void>][] = [];
  runStorageConformance((name, test) => tests.push([name, test]), adapter);
  const outcomes = new Map<string, string | undefined>();
  for (const [name, test] of tests)
    outcomes.set(
      name,
      await test().then(
        () => undefined,
        (error: Error) => error.message,
      ),
    );
  return outcomes;
}

describe('storage conformance', () => {
  it.each(broken)('finds out a storage that $name', async ({ breakIt, fails }) => {
    expect(await failingKeys(breakIt)).toEqual(fails);
  });

  it('has a kebab-case key of its own for each scenario', () => {
    const keys = storageScenarios.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))).toEqual([]);
  });

  it('expects a known gap to fail, and says when it is closed', async () => {
    const deaf = opened(() => ({ findByKey: async () => undefined }));
    const knownGaps = { 'release-and-claim-pass-key-on': 'finds no keys', 'find-no-ids': 'was broken once' };
    const outcomes = await outcomesOf({ open: deaf, knownGaps });
    const at = (key: ScenarioKey) => [...outcomes].find(([name]) => name.startsWith(`${key}: `));
    expect(outcomes.size).toBe(storageScenarios.length);
    expect(at('release-and-claim-pass-key-on')).toEqual([
      expect.stringContaining('(known gap: finds no keys)'),
      undefined,
    ]);
    expect(at('find-no-ids')?.[1]).toBe('The gap find-no-ids is closed: remove it from knownGaps');
    expect(at('release-frees-key')?.[1]).toContain('holder: expected');
  });

  it('closes each store, second connection and reopened store once, also when the scenario fails', async () => {
    const log: string[] = [];
    const open = async (name = 'first'): Promise<StoreUnderTest> => {
      const store = await openMemoryStoreUnderTest();
      const close = async () => void log.push(`${name} closed`);
      return {
        ...store,
        close,
        second: async () => ({
          ...store,
          storage: { ...store.storage, close: async () => void log.push('second closed') },
        }),
        reopen: async () => {
          await close();
          return open('reopened');
        },
      };
    };
    const scenario = {
      key: 'fails',
      title: 'fails after it opened everything',
      async run(store: StoreUnderTest) {
        await store.second?.();
        const again = await store.reopen?.();
        expect(again).toBeDefined();
        throw new Error('failed');
      },
    };
    await expect(runScenario(scenario, { open })).rejects.toThrow('failed');
    expect(log).toEqual(['first closed', 'reopened closed', 'second closed']);
  });
});
