import { type NewId, newId } from '../shared/id.ts';

/** Ids in the form of real ones that count up from 1, so that a test can foresee them. */
export function createFakeIds(): NewId {
  let made = 0;
  return (kind) => {
    made += 1;
    // The prefixes belong to `newId` alone; it is asked for one, and its random rest is thrown away.
    const prefix = newId(kind).split('_', 1);
    return `${prefix}_019c1230-0000-7000-8000-${made.toString(16).padStart(12, '0')}` as never;
  };
}
