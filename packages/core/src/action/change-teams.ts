import { type Actor, refOf } from '../people/actor.ts';
import { decideTeam, isSameTeam, type TeamGiven, type TeamRefusal } from '../people/decide-team.ts';
import { isHandle } from '../people/handle.ts';
import type { Team } from '../people/team.ts';
import { handleKey } from '../people/unique-keys.ts';
import type { TeamId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { emptyChange } from '../storage/change.ts';
import { isPolicy } from '../workspace/change-settings.ts';
import { readName } from '../workspace/name.ts';
import { workspaceEvents } from './build-change.ts';
import { claiming, claimWithin, type KeyTaken, moveHandle } from './claim-people.ts';
import { commit } from './commit.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';
import { startJob } from './start-job.ts';

export type NewTeam = Pick<Team, 'name' | 'handle'> & Partial<Pick<Team, 'id' | 'assignment'>>;
export type AddTeamRefusal = TeamRefusal | KeyTaken | Forbidden | { readonly code: 'id-taken'; readonly path: 'id' };

export function addTeam(parts: Parts, actor: Actor, given: NewTeam): Promise<Result<Team, AddTeamRefusal>> {
  return retrying(async () => {
    const forbidden = gateOf(actor, 'change-teams');
    if (forbidden) return forbidden;
    const name = readName(given.name);
    if (name === undefined) return refuse({ code: 'name-invalid', path: 'name' });
    if (!isHandle(given.handle)) return refuse({ code: 'handle-invalid', path: 'handle' });
    const { handle, assignment = { kind: 'manual' }, id = parts.newId('team') } = given;
    if (!isPolicy(assignment)) return refuse({ code: 'setting-invalid', path: 'assignment.limit' });
    const team: Team = { id, version: 1, name, handle, assignment };
    const [there] = given.id ? await parts.storage.find(actor.workspace, 'team', [id]) : [];
    if (there) return isSameTeam(there, team) ? ok(there) : refuse({ code: 'id-taken', path: 'id' });
    return claiming(async () => {
      await commit(parts, {
        ...emptyChange(actor.workspace),
        expect: [{ kind: 'team', id, version: 'absent' }],
        put: [{ kind: 'team', row: team }],
        claim: [claimWithin(handleKey(handle), { kind: 'team', id })],
        events: workspaceEvents([{ type: 'team-added', team: id }], refOf(actor), parts.clock.now()),
      });
      return team;
    });
  });
}

/** Changes what is given; absent keys stay. */
export function changeTeam(
  parts: Parts,
  actor: Actor,
  { team: id, ...given }: { readonly team: TeamId } & TeamGiven,
): Promise<Result<Team, TeamRefusal | KeyTaken | NotFound | Forbidden>> {
  return retrying(async () => {
    const found = await findTeam(parts, actor, id);
    if (!found.ok) return found;
    const before = found.value;
    const decided = decideTeam(before, given);
    if (!decided.ok || decided.value === before) return decided;
    const team = decided.value;
    return claiming(async () => {
      await commit(parts, {
        ...emptyChange(actor.workspace),
        ...moveHandle(before.handle, team.handle, { kind: 'team', id }),
        expect: [{ kind: 'team', id, version: before.version }],
        put: [{ kind: 'team', row: team }],
        events: workspaceEvents([{ type: 'team-changed', team: id }], refOf(actor), parts.clock.now()),
      });
      return team;
    });
  });
}

/** Removes it at once; a job takes it off its conversations, and its members out of it. */
export function deleteTeam(parts: Parts, actor: Actor, id: TeamId): Promise<Result<Team, NotFound | Forbidden>> {
  return retrying(async () => {
    const found = await findTeam(parts, actor, id);
    if (!found.ok) return found;
    const at = parts.clock.now();
    const by = refOf(actor);
    const job = startJob(parts, { task: { type: 'release-team', team: id }, by, at });
    await commit(parts, {
      ...emptyChange(actor.workspace),
      ...job,
      expect: [{ kind: 'team', id, version: found.value.version }, ...job.expect],
      remove: [{ kind: 'team', id }],
      release: [{ within: 'workspace', key: handleKey(found.value.handle) }],
      events: workspaceEvents([{ type: 'team-deleted', team: id }], by, at),
    });
    return found;
  });
}

export async function findTeam(parts: Parts, actor: Actor, id: TeamId): Promise<Result<Team, NotFound | Forbidden>> {
  const forbidden = gateOf(actor, 'change-teams');
  if (forbidden) return forbidden;
  const [team] = await parts.storage.find(actor.workspace, 'team', [id]);
  return team ? ok(team) : refuse({ code: 'not-found' });
}
