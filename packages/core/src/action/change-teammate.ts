import { can } from '../access/can.ts';
import { type Actor, refOf } from '../people/actor.ts';
import { decideTeammate, isActiveOwner, type TeammateGiven, type TeammateRefusal } from '../people/decide-teammate.ts';
import type { Teammate } from '../people/teammate.ts';
import type { TeammateId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { emptyChange } from '../storage/change.ts';
import { workspaceEvents } from './build-change.ts';
import { claiming, type KeyTaken, moveHandle } from './claim-people.ts';
import { commit } from './commit.ts';
import { findTeams, type TeamUnknown } from './find-teams.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import { gatePersonal } from './gate-personal.ts';
import { listAll } from './load-facts.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';
import { startJob } from './start-job.ts';

export type ChangeTeammateRefusal = TeammateRefusal | KeyTaken | TeamUnknown | NotFound | Forbidden;
type Changed = Promise<Result<Teammate, ChangeTeammateRefusal>>;

/** Changes what is given; absent keys stay. */
export async function changeTeammate(
  parts: Parts,
  actor: Actor,
  { teammate, ...given }: { readonly teammate: TeammateId } & Omit<TeammateGiven, 'status'>,
): Changed {
  return gateOf(actor, 'change-teammates') ?? alterTeammate(parts, actor, teammate, given);
}

/** Takes the rights at once, and by a job the person off every conversation; the teams stay for a return. */
export async function deactivateTeammate(parts: Parts, actor: Actor, teammate: TeammateId): Changed {
  return gateOf(actor, 'change-teammates') ?? alterTeammate(parts, actor, teammate, { status: 'deactivated' });
}

export async function reactivateTeammate(parts: Parts, actor: Actor, teammate: TeammateId): Changed {
  return gateOf(actor, 'change-teammates') ?? alterTeammate(parts, actor, teammate, { status: 'active' });
}

/** What teammates say of themselves. */
export async function changeMe(
  parts: Parts,
  actor: Actor,
  given: Pick<TeammateGiven, 'name' | 'availability' | 'reassignAnswers'>,
): Changed {
  const me = gatePersonal(actor);
  return me.ok ? alterTeammate(parts, actor, me.value.id, given) : me;
}

/** Loads, decides and commits, again when somebody was faster. Whether the actor may at all was asked before. */
export function alterTeammate(
  parts: Parts,
  actor: Actor,
  id: TeammateId,
  given: TeammateGiven | ((before: Teammate) => TeammateGiven),
  { mayChangeOwners = can(actor, 'change-owners') } = {},
): Changed {
  return retrying(async () => {
    const { workspace } = actor;
    const [before] = await parts.storage.find(workspace, 'teammate', [id]);
    if (!before) return refuse({ code: 'not-found' });
    const asked = typeof given === 'function' ? given(before) : given;
    const otherOwner = isActiveOwner(before) ? await findOtherOwner(parts, before, actor) : undefined;
    const hasOtherOwner = otherOwner !== undefined;
    const decided = decideTeammate(before, asked, { mayChangeOwners, hasOtherOwner });
    if (!decided.ok) return decided;
    const { teammate, happened } = decided.value;
    if (happened.length === 0) return ok(before);
    const added = teammate.teams.filter((team) => !before.teams.includes(team));
    const teams = await findTeams(parts, workspace, added);
    if (!teams.ok) return teams;

    const at = parts.clock.now();
    const by = refOf(actor);
    const isGone = before.status === 'active' && teammate.status === 'deactivated';
    const job = isGone ? startJob(parts, { task: { type: 'release-teammate', teammate: id }, by, at }) : undefined;
    return claiming(async () => {
      await commit(parts, {
        ...emptyChange(workspace),
        ...moveHandle(before.handle, teammate.handle, { kind: 'teammate', id }),
        expect: [
          { kind: 'teammate', id, version: before.version },
          // Of two owners who go at the same time, one finds that the other has gone.
          ...(otherOwner ? [{ kind: 'teammate', id: otherOwner.id, version: otherOwner.version } as const] : []),
          ...teams.value.expect,
          ...(job?.expect ?? []),
        ],
        put: [{ kind: 'teammate', row: teammate }, ...(job?.put ?? [])],
        events: workspaceEvents(happened, by, at),
        schedule: job?.schedule ?? [],
      });
      return teammate;
    });
  });
}

async function findOtherOwner(parts: Parts, { id }: Teammate, { workspace }: Actor): Promise<Teammate | undefined> {
  const teammates = await listAll(parts, workspace, 'teammate');
  return teammates.find((one) => one.id !== id && isActiveOwner(one));
}
