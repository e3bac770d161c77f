import type { Directory } from '../../directory/directory.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Storage } from '../../storage/storage.ts';

/** An adapter's store, opened empty for one scenario. */
export interface StoreUnderTest {
  readonly storage: Storage;
  readonly directory: Directory;
  /** Lets this much time pass for the store's clock: moves a fake clock, or really waits. */
  pass(milliseconds: number): Promise<void>;
  /** The store's clock; absent where it is the machine's. */
  now?(): Instant;
  /** A second, independent connection to the same data; absent where a store has only one. */
  second?(): Promise<{ readonly storage: Storage; readonly directory: Directory }>;
  /** Closes and opens again on the same data; absent where nothing survives. */
  reopen?(): Promise<StoreUnderTest>;
  close(): Promise<void>;
}

/** One promise of the ports, as a check that throws when a store breaks it. */
export interface StorageScenario {
  /** Stable; names the promise. */
  readonly key: string;
  readonly title: string;
  run(store: StoreUnderTest): Promise<void>;
}
