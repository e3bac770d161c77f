import { isStorageError } from '../storage/storage-error.ts';

/** More losses in a row than this are a fault, not a race. */
const maxAttempts = 20;

/**
 * Loads, decides and commits again while somebody else was faster. `attempt` is told after which loss it runs, so
 * that it reads what is there now.
 */
export async function retrying<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let lost = 1; ; lost++) {
    try {
      return await attempt();
    } catch (error) {
      const race = isStorageError(error) && (error.code === 'version-conflict' || error.code === 'key-taken');
      if (!race || lost >= maxAttempts) throw error;
    }
  }
}
