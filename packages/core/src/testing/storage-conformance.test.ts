import { describe, expect, it } from 'vitest';
import { brokenPlaces } from './broken-places.ts';
import { brokenRemovals } from './broken-removals.ts';
import { brokenSearches } from './broken-searches.ts';
import { type Break, brokenStorages } from './broken-storages.ts';
import { openMemoryStoreUnderTest } from './memory-store-under-test.ts';
import {
  runScenario,
  runStorageConformance,
  type ScenarioKey,
  type StoreUnderTest,
  storageScenarios,
} from './storage-conformance.ts';

/** Memory storage with one thing broken. */
const opened = (breakIt: Break) => () =>
  openMemoryStoreUnderTest(({ storage, directory }) => ({ storage: { ...storage, ...breakIt(storage) }, directory }));

async function failingKeys(breakIt: Break, scenarios = storageScenarios.slice()): Promise<ScenarioKey[]> {
  const failing: ScenarioKey[] = [];
  for (const scenario of scenarios)
    await runScenario(scenario, { open: opened(breakIt) }).catch(() => failing.push(scenario.key));
  return failing;
}

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
  it.each(brokenStorages)('finds out a storage that $name', async ({ breakIt, fails }) => {
    expect(await failingKeys(breakIt)).toEqual(fails);
  });

  it.each([...brokenPlaces, ...brokenRemovals, ...brokenSearches])(
    'finds out a storage that $name',
    async ({ breakIt, fails }) => {
      // Lists have nothing to do with it, and take most of the time.
      const others = storageScenarios.filter(({ key }) => !key.startsWith('list-'));
      expect(await failingKeys(breakIt, others)).toEqual(fails);
    },
  );

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
