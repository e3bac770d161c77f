import { isStorageError } from '../storage/storage-error.ts';

/** More losses in a row than this are a fault, not a race. */
const maxAttempts = 20;

/** Loads, decides and commits again while somebody else was faster. */
export async function retrying<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let lost = 1; ; lost++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isRace(error) || lost >= maxAttempts) throw error;
    }
  }
}

/** The same request on its second way is no race: trying again finds it there again. */
function isRace(error: unknown): boolean {
  if (!isStorageError(error)) return false;
  if (error.reason.code === 'version-conflict') return error.reason.expected.kind !== 'idempotent-answer';
  return error.reason.code === 'key-taken';
}
