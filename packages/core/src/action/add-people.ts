import { isHandle } from '../people/handle.ts';
import type { Team } from '../people/team.ts';
import type { Teammate } from '../people/teammate.ts';
import { externalIdKey, handleKey } from '../people/unique-keys.ts';
import type { WorkspaceId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type Claim, emptyChange } from '../storage/change.ts';
import { isStorageError } from '../storage/storage-error.ts';
import { workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import type { Parts } from './parts.ts';

export type NewTeammate = Pick<Teammate, 'externalId' | 'name' | 'handle' | 'role'> &
  Partial<Pick<Teammate, 'email' | 'teams'>>;
export type PeopleRefusal =
  | { readonly code: 'handle-taken' | 'handle-invalid'; readonly path: 'handle' }
  | { readonly code: 'identity-taken'; readonly path: 'externalId' };

export async function addTeammate(
  parts: Parts,
  workspace: WorkspaceId,
  given: NewTeammate,
): Promise<Result<Teammate, PeopleRefusal>> {
  if (!isHandle(given.handle)) return refuse({ code: 'handle-invalid', path: 'handle' });
  const id = parts.newId('teammate');
  const teammate: Teammate = {
    id,
    version: 1,
    email: null,
    teams: [],
    ...given,
    status: 'active',
    availability: 'available',
    reassignAnswers: false,
  };
  return claiming(async () => {
    await commit(parts, {
      ...emptyChange(workspace),
      expect: [{ kind: 'teammate', id, version: 'absent' }],
      put: [{ kind: 'teammate', row: teammate }],
      claim: [handleKey(given.handle), externalIdKey(given.externalId)].map((key) => claimOf(key, 'teammate', id)),
      events: workspaceEvents([{ type: 'teammate-added', teammate: id }], { kind: 'system' }, parts.clock.now()),
    });
    return teammate;
  });
}

export async function addTeam(
  parts: Parts,
  workspace: WorkspaceId,
  given: Pick<Team, 'name' | 'handle'>,
): Promise<Result<Team, PeopleRefusal>> {
  if (!isHandle(given.handle)) return refuse({ code: 'handle-invalid', path: 'handle' });
  const id = parts.newId('team');
  const team: Team = { id, version: 1, assignment: { kind: 'manual' }, ...given };
  return claiming(async () => {
    await commit(parts, {
      ...emptyChange(workspace),
      expect: [{ kind: 'team', id, version: 'absent' }],
      put: [{ kind: 'team', row: team }],
      claim: [claimOf(handleKey(given.handle), 'team', id)],
      events: workspaceEvents([{ type: 'team-added', team: id }], { kind: 'system' }, parts.clock.now()),
    });
    return team;
  });
}

function claimOf(key: string, kind: 'teammate' | 'team', id: string): Claim {
  return { within: 'workspace', key, kind, id };
}

async function claiming<Value>(write: () => Promise<Value>): Promise<Result<Value, PeopleRefusal>> {
  try {
    return ok(await write());
  } catch (error) {
    if (!isStorageError(error) || error.reason.code !== 'key-taken') throw error;
    return error.reason.key.startsWith('handle/')
      ? refuse({ code: 'handle-taken', path: 'handle' })
      : refuse({ code: 'identity-taken', path: 'externalId' });
  }
}
