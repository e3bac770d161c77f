import { openPostgresStorage } from '../../packages/server/src/storage/postgres/open-postgres-storage.ts';
import { startPostgres } from '../../test/support/start-postgres.ts';
import type { Comparison } from '../frame/suite.ts';
import { fillIndex, percentiles, readers, searchFor, terms } from './searches.ts';

type Store = Awaited<ReturnType<typeof openPostgresStorage>>;

/** The newest 20 hits out of so many messages, as slow as one search in twenty. */
export function comparePostgresSearches(size: number): {
  readonly comparisons: readonly Comparison[];
  close(): Promise<void>;
} {
  let opened: Promise<{ store: Store; stop(): Promise<void> }> | undefined;
  const open = () => {
    opened ??= openFilled(size);
    return opened;
  };
  const comparisons = readers.flatMap(({ name: reader, scope }) =>
    Object.entries(terms).map(
      ([what, term]): Comparison => ({
        name: `postgres: ${what} for ${reader}, out of ${size}, p95`,
        unit: 'µs',
        better: 'lower',
        limit: 50_000,
        candidates: async () => [
          {
            name: '@deskkit/server',
            role: 'ours',
            async open() {
              const { store } = await open();
              const search = () => searchFor(store.storage, { scope, terms: [term] });
              return { measure: async () => (await percentiles(60, search)).p95, close: async () => {} };
            },
          },
        ],
      }),
    ),
  );
  return {
    comparisons,
    async close() {
      const done = await opened;
      await done?.store.close();
      await done?.stop();
    },
  };
}

async function openFilled(size: number) {
  const server = await startPostgres();
  const store = await openPostgresStorage({ url: server.url });
  await fillIndex(store.storage, size);
  return { store, stop: () => server.stop() };
}
