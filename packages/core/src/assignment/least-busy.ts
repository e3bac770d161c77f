import type { TeammateId } from '../shared/id.ts';
import { roundRobin } from './round-robin.ts';

interface Busy {
  readonly teammate: TeammateId;
  readonly open: number;
}

/** Who has the fewest open conversations; among those who have as few, whose turn it is after `last`. */
export function leastBusy(teammates: readonly Busy[], last: TeammateId | null): TeammateId | null {
  const fewest = teammates.reduce((least, { open }) => Math.min(least, open), Number.POSITIVE_INFINITY);
  const idle = teammates.filter(({ open }) => open === fewest);
  return roundRobin(
    idle.map(({ teammate }) => teammate),
    last,
  );
}
