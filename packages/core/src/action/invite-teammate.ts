import { can } from '../access/can.ts';
import { type Actor, refOf } from '../people/actor.ts';
import { isHandle } from '../people/handle.ts';
import type { Teammate } from '../people/teammate.ts';
import { externalIdKey, handleKey } from '../people/unique-keys.ts';
import type { TeammateId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { emptyChange } from '../storage/change.ts';
import { type NameInvalid, readName } from '../workspace/name.ts';
import { workspaceEvents } from './build-change.ts';
import { claiming, claimWithin, type KeyTaken } from './claim-people.ts';
import { commit } from './commit.ts';
import { findTeams, type TeamUnknown } from './find-teams.ts';
import type { Forbidden } from './gate.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

export type NewTeammate = Pick<Teammate, 'externalId' | 'name' | 'handle' | 'role'> &
  Partial<Pick<Teammate, 'id' | 'email' | 'teams'>>;
export type InviteRefusal =
  | KeyTaken
  | Forbidden
  | TeamUnknown
  | NameInvalid
  | { readonly code: 'handle-invalid'; readonly path: 'handle' }
  | { readonly code: 'id-taken'; readonly path: 'id' };

/** Adds a person, whom the host knows by `externalId`. Only who may change owners makes one. */
export function inviteTeammate(
  parts: Parts,
  actor: Actor,
  given: NewTeammate,
): Promise<Result<Teammate, InviteRefusal>> {
  return retrying(async () => {
    const may = given.role === 'owner' ? 'change-owners' : 'change-teammates';
    if (!can(actor, may)) return refuse({ code: 'forbidden' });
    const name = readName(given.name);
    if (name === undefined) return refuse({ code: 'name-invalid', path: 'name' });
    if (!isHandle(given.handle)) return refuse({ code: 'handle-invalid', path: 'handle' });
    const there = given.id && (await findTeammate(parts, actor, given.id));
    if (there) return isSamePerson(there, { ...given, name }) ? ok(there) : refuse({ code: 'id-taken', path: 'id' });
    const teams = await findTeams(parts, actor.workspace, given.teams ?? []);
    if (!teams.ok) return teams;
    const teammate = newTeammate(given.id ?? parts.newId('teammate'), { ...given, name, teams: teams.value.ids });
    const { id } = teammate;
    return claiming(async () => {
      await commit(parts, {
        ...emptyChange(actor.workspace),
        expect: [{ kind: 'teammate', id, version: 'absent' }, ...teams.value.expect],
        put: [{ kind: 'teammate', row: teammate }],
        claim: claimsOf(teammate),
        events: workspaceEvents([{ type: 'teammate-added', teammate: id }], refOf(actor), parts.clock.now()),
      });
      return teammate;
    });
  });
}

export function newTeammate(id: TeammateId, given: Omit<NewTeammate, 'id'>): Teammate {
  return {
    version: 1,
    email: null,
    teams: [],
    ...given,
    id,
    status: 'active',
    availability: 'available',
    reassignAnswers: false,
  };
}

export function claimsOf({ id, handle, externalId }: Teammate) {
  const holder = { kind: 'teammate', id } as const;
  return [handleKey(handle), externalIdKey(externalId)].map((key) => claimWithin(key, holder));
}

async function findTeammate(parts: Parts, { workspace }: Actor, id: TeammateId): Promise<Teammate | undefined> {
  return (await parts.storage.find(workspace, 'teammate', [id]))[0];
}

function isSamePerson(there: Teammate, { externalId, name, handle, role, email = null, teams = [] }: NewTeammate) {
  const given = [externalId, name, handle, role, email, [...new Set(teams)]];
  const stands = [there.externalId, there.name, there.handle, there.role, there.email, there.teams];
  return JSON.stringify(given) === JSON.stringify(stands);
}
