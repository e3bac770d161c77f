import { handleKey } from '../people/unique-keys.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { Change, Claim } from '../storage/change.ts';
import type { RowRef } from '../storage/row.ts';
import { isStorageError } from '../storage/storage-error.ts';

export type KeyTaken =
  | { readonly code: 'handle-taken'; readonly path: 'handle' }
  | { readonly code: 'identity-taken'; readonly path: 'externalId' };

export function claimWithin(key: string, { kind, id }: RowRef): Claim {
  return { within: 'workspace', key, kind, id };
}

/** What passes a handle from the old one to the new one, where they differ as they are compared. */
export function moveHandle(before: string, after: string, holder: RowRef): Pick<Change, 'claim' | 'release'> {
  if (handleKey(before) === handleKey(after)) return { claim: [], release: [] };
  return {
    claim: [claimWithin(handleKey(after), holder)],
    release: [{ within: 'workspace', key: handleKey(before) }],
  };
}

/** Writes, and says whose key was in the way. */
export async function claiming<Value>(write: () => Promise<Value>): Promise<Result<Value, KeyTaken>> {
  try {
    return ok(await write());
  } catch (error) {
    if (!isStorageError(error) || error.reason.code !== 'key-taken') throw error;
    return error.reason.key.startsWith('handle/')
      ? refuse({ code: 'handle-taken', path: 'handle' })
      : refuse({ code: 'identity-taken', path: 'externalId' });
  }
}
