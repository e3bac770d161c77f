import type { Actor } from '../people/actor.ts';
import type { Teammate } from '../people/teammate.ts';
import type { TeamId, TeammateId } from '../shared/id.ts';
import type { Result } from '../shared/result.ts';
import { alterTeammate, type ChangeTeammateRefusal } from './change-teammate.ts';
import { findTeam } from './change-teams.ts';
import type { Parts } from './parts.ts';

interface Membership {
  readonly team: TeamId;
  readonly teammate: TeammateId;
}

/** Puts a teammate into a team; who is in it already stays. */
export function joinTeam(
  parts: Parts,
  actor: Actor,
  { team, teammate }: Membership,
): Promise<Result<Teammate, ChangeTeammateRefusal>> {
  return changeTeamsOf(parts, actor, { team, teammate }, (teams) => [...teams, team]);
}

/** Takes a teammate out of a team; who is not in it stays out. What was shared with them stays shared. */
export function leaveTeam(
  parts: Parts,
  actor: Actor,
  { team, teammate }: Membership,
): Promise<Result<Teammate, ChangeTeammateRefusal>> {
  return changeTeamsOf(parts, actor, { team, teammate }, (teams) => teams.filter((one) => one !== team));
}

async function changeTeamsOf(
  parts: Parts,
  actor: Actor,
  { team, teammate }: Membership,
  change: (teams: readonly TeamId[]) => readonly TeamId[],
): Promise<Result<Teammate, ChangeTeammateRefusal>> {
  const found = await findTeam(parts, actor, team);
  if (!found.ok) return found;
  // Teams are no rights of owners: who may change teams may change whom they hold.
  const given = (before: Teammate) => ({ teams: change(before.teams) });
  return alterTeammate(parts, actor, teammate, given, { mayChangeOwners: true });
}
