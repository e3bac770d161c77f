import type { Directory } from '../directory/directory.ts';
import { openMemoryStorage } from '../storage/memory-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { createFakeClock } from './fake-clock.ts';
import type { StoreUnderTest } from './storage-scenarios/storage-scenario.ts';

interface Store {
  readonly storage: Storage;
  readonly directory: Directory;
}

/** The memory storage on a fake clock, with another storage around it when `wrap` is given. */
export async function openMemoryStoreUnderTest(
  wrap: (store: Store) => Store = (store) => store,
): Promise<StoreUnderTest> {
  const clock = createFakeClock();
  const { storage, directory } = wrap(openMemoryStorage({ clock }));
  return {
    storage,
    directory,
    now: clock.now,
    pass: async (milliseconds) => clock.pass(milliseconds),
    close: () => storage.close(),
  };
}
