import { ok, type Result, refuse } from '../shared/result.ts';
import { isPolicy } from '../workspace/change-settings.ts';
import { type NameInvalid, readName } from '../workspace/name.ts';
import type { SettingInvalid } from '../workspace/widget-look.ts';
import { isHandle } from './handle.ts';
import type { Team } from './team.ts';

/** What is to be changed of a team; absent keys stay. */
export type TeamGiven = Partial<Pick<Team, 'name' | 'handle' | 'assignment'>>;

export type TeamRefusal = NameInvalid | SettingInvalid | { readonly code: 'handle-invalid'; readonly path: 'handle' };

/** Decides how a team is changed: the team as it then is, the same where nothing differs. */
export function decideTeam(before: Team, given: TeamGiven): Result<Team, TeamRefusal> {
  const name = given.name === undefined || given.name === before.name ? before.name : readName(given.name);
  if (name === undefined) return refuse({ code: 'name-invalid', path: 'name' });
  const after = { ...before, ...given, name };
  if (after.handle !== before.handle && !isHandle(after.handle)) {
    return refuse({ code: 'handle-invalid', path: 'handle' });
  }
  if (!isPolicy(after.assignment)) return refuse({ code: 'setting-invalid', path: 'assignment.limit' });
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
