import type { TeammateId } from '../shared/id.ts';

/**
 * Whose turn it is after `last`, in the order of the ids; the first one's when `last` was the end, or nobody. `last`
 * keeps its place also when it is not among them any more.
 */
export function roundRobin(teammates: readonly TeammateId[], last: TeammateId | null): TeammateId | null {
  return firstOf(teammates.filter((id) => last !== null && id > last)) ?? firstOf(teammates);
}

function firstOf(teammates: readonly TeammateId[]): TeammateId | null {
  return teammates.reduce<TeammateId | null>((first, id) => (first !== null && first < id ? first : id), null);
}
