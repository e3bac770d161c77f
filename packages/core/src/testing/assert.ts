import { isStorageError, type StorageError } from '../storage/storage-error.ts';

type Reason = StorageError['reason'];

/** Throws unless both are alike as JSON values; `undefined` and an absent key are the same. */
export function expectEqual(actual: unknown, expected: unknown, what = 'value'): void {
  if (!isAlike(actual, expected)) throw new Error(`${what}: expected ${shown(expected)}, got ${shown(actual)}`);
}

export function expectTrue(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** The reason with which it was refused; throws unless it is a `StorageError` with this code. */
export async function expectRejects<Code extends Reason['code']>(
  promise: Promise<unknown>,
  code: Code,
): Promise<Extract<Reason, { readonly code: Code }>> {
  const reason = await reasonOf(promise);
  expectTrue(reason !== undefined, `expected ${code}, but it was accepted`);
  expectEqual(reason.code, code, 'error code');
  return reason as Extract<Reason, { readonly code: Code }>;
}

/** Why storage refused, or `undefined` when it did not; other errors go on. */
export async function reasonOf(promise: Promise<unknown>): Promise<Reason | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (isStorageError(error)) return error.reason;
    throw error;
  }
}

/** The one item; throws unless there is exactly one. */
export function only<Item>(items: readonly (Item | undefined)[], what = 'items'): Item {
  const [item] = items;
  expectTrue(items.length === 1 && item !== undefined, `${what}: expected exactly one, got ${shown(items)}`);
  return item;
}

function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  if (Array.isArray(one) && Array.isArray(other) && one.length !== other.length) return false;
  const [ones, others] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...ones.keys(), ...others.keys()])].every((key) => isAlike(ones.get(key), others.get(key)));
}

const longestShown = 600;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}… (${text.length} characters)` : text;
}
