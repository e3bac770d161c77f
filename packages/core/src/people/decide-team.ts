import { ok, type Result, refuse } from '../shared/result.ts';
import { isHandle } from './handle.ts';
import type { Team } from './team.ts';

/** What is to be changed of a team; absent keys stay. */
export type TeamGiven = Partial<Pick<Team, 'name' | 'handle' | 'assignment'>>;

export type TeamRefusal = { readonly code: 'handle-invalid'; readonly path: 'handle' };

/** Decides how a team is changed: the team as it then is, the same where nothing differs. */
export function decideTeam(before: Team, given: TeamGiven): Result<Team, TeamRefusal> {
  const after = { ...before, ...given };
  if (after.handle !== before.handle && !isHandle(after.handle)) {
    return refuse({ code: 'handle-invalid', path: 'handle' });
  }
  return ok(isSameTeam(before, after) ? before : { ...after, version: before.version + 1 });
}

/** Whether both say the same, whatever their versions. */
export function isSameTeam(one: Team, other: Team): boolean {
  const limitOf = ({ assignment }: Team) => (assignment.kind === 'manual' ? null : assignment.limit);
  return (
    one.name === other.name &&
    one.handle === other.handle &&
    one.assignment.kind === other.assignment.kind &&
    limitOf(one) === limitOf(other)
  );
}
