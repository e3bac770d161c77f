import type { Change } from '../storage/change.ts';
import type { Storage } from '../storage/storage.ts';
import { StorageError } from '../storage/storage-error.ts';

/** Faults that a test sets, and what was tried. */
export interface Faults {
  /** Thrown instead of the next commits, one each. */
  readonly next: StorageError[];
  /** Run before each commit is tried: what a faster node did meanwhile, or a process that dies. */
  before: (change: Change) => Promise<void> | void;
  commits: number;
}

export function conflict(): StorageError {
  return new StorageError({
    code: 'version-conflict',
    expected: { kind: 'conversation', id: 'cnv_x', version: 1 },
  });
}

export function away(): StorageError {
  return new StorageError({ code: 'unavailable', detail: 'The disk is full' });
}

/** A storage that does what `faults` says before it does what it is asked. */
export function withFaults(storage: Storage, faults: Faults): Storage {
  return {
    ...storage,
    async commit(change) {
      faults.commits += 1;
      const fault = faults.next.shift();
      if (fault) throw fault;
      await faults.before(change);
      return storage.commit(change);
    },
  };
}

export function noFaults(): Faults {
  return { next: [], before: () => {}, commits: 0 };
}
