import type { Expectation } from './change.ts';
import type { RowRef } from './row.ts';

const brand = Symbol.for('deskkit.storage-error');

/** Why storage could not do what was asked. `retryable`: the same call may succeed later. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly [brand] = true;

  constructor(
    readonly reason:
      | { readonly code: 'version-conflict'; readonly expected: Expectation }
      | { readonly code: 'key-taken'; readonly key: string; readonly by: RowRef }
      | { readonly code: 'lease-lost'; readonly work: string }
      /** The database is away, locked or full; the change was not applied, or it is unknown whether it was. */
      | { readonly code: 'unavailable'; readonly detail: string },
    options?: { readonly cause?: unknown },
  ) {
    super(
      reason.code === 'unavailable' ? `Storage is unavailable: ${reason.detail}` : `Storage: ${reason.code}`,
      options,
    );
  }

  get code(): StorageError['reason']['code'] {
    return this.reason.code;
  }

  get retryable(): boolean {
    return this.reason.code === 'unavailable' || this.reason.code === 'version-conflict';
  }
}

/** Recognises the error also when it comes from another copy of this module. */
export function isStorageError(error: unknown): error is StorageError {
  return typeof error === 'object' && error !== null && brand in error;
}
