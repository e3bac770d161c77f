import type { TeammateId } from '../shared/id.ts';
import type { AssignmentPolicy } from './assignment-policy.ts';
import { leastBusy } from './least-busy.ts';
import { roundRobin } from './round-robin.ts';

/** A teammate who might get a conversation. */
export interface Candidate {
  readonly teammate: TeammateId;
  readonly availability: 'available' | 'away';
  /** `false` once deactivated. */
  readonly active: boolean;
  /** How many open conversations the teammate has now. */
  readonly open: number;
}

/** Who gets the next conversation; `last` is who was picked before. `null` when nobody can take it, or nobody should. */
export function pickAssignee(
  policy: AssignmentPolicy,
  candidates: readonly Candidate[],
  last: TeammateId | null,
): TeammateId | null {
  if (policy.kind === 'manual') return null;
  const able = candidates.filter((candidate) => canTake(candidate, policy.limit));
  switch (policy.kind) {
    case 'round-robin':
      return roundRobin(
        able.map(({ teammate }) => teammate),
        last,
      );
    case 'least-busy':
      return leastBusy(able, last);
  }
}

function canTake({ availability, active, open }: Candidate, limit: number | null): boolean {
  return active && availability === 'available' && (limit === null || open < limit);
}
