import { type ScenarioKey, storageScenarios } from './storage-scenarios/index.ts';
import type { StorageScenario, StoreUnderTest } from './storage-scenarios/storage-scenario.ts';

export type { ScenarioKey, StorageScenario, StoreUnderTest };
export { storageScenarios };

/**
 * Makes one test of each scenario with the runner's `it`; each opens an empty store of its own. A scenario in
 * `knownGaps` must fail, and when it no longer does, its test says so.
 */
export function runStorageConformance(
  it: (name: string, test: () => Promise<void>) => void,
  adapter: {
    open(): Promise<StoreUnderTest>;
    readonly knownGaps?: Partial<Record<ScenarioKey, string>>;
  },
): void {
  for (const scenario of storageScenarios) {
    const gap = adapter.knownGaps?.[scenario.key];
    const name = `${scenario.key}: ${scenario.title}`;
    if (gap === undefined) it(name, () => runScenario(scenario, adapter));
    else it(`${name} (known gap: ${gap})`, () => expectGap(scenario, adapter));
  }
}

/** Runs one scenario on a store of its own; throws what the store did wrong. */
export async function runScenario(scenario: StorageScenario, adapter: { open(): Promise<StoreUnderTest> }) {
  const open = new Set<() => Promise<void>>();
  const store = tracked(await adapter.open(), open);
  try {
    await scenario.run(store);
  } finally {
    for (const close of [...open].reverse()) await close();
  }
}

async function expectGap(scenario: StorageScenario, adapter: { open(): Promise<StoreUnderTest> }) {
  const failed = await runScenario(scenario, adapter).then(
    () => false,
    () => true,
  );
  if (!failed) throw new Error(`The gap ${scenario.key} is closed: remove it from knownGaps`);
}

/** The store with everything that it opens noted in `open` until it is closed, so that each is closed once. */
function tracked(store: StoreUnderTest, open: Set<() => Promise<void>>): StoreUnderTest {
  const close = async () => {
    if (open.delete(close)) await store.close();
  };
  open.add(close);
  const { now, second, reopen } = store;
  return {
    storage: store.storage,
    directory: store.directory,
    pass: (milliseconds) => store.pass(milliseconds),
    close,
    ...(now && { now: () => now.call(store) }),
    ...(second && {
      second: async () => {
        const connection = await second.call(store);
        open.add(() => connection.storage.close());
        return connection;
      },
    }),
    ...(reopen && {
      reopen: async () => {
        open.delete(close);
        return tracked(await reopen.call(store), open);
      },
    }),
  };
}
