import type { WorkspaceFact } from '../log/log-event.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type NameInvalid, readName } from '../workspace/name.ts';
import { isHandle } from './handle.ts';
import type { Teammate } from './teammate.ts';

/** What is to be changed of a teammate; absent keys stay. */
export type TeammateGiven = Partial<
  Pick<Teammate, 'name' | 'email' | 'handle' | 'role' | 'teams' | 'status' | 'availability' | 'reassignAnswers'>
>;

/** What the rule must know beside the teammate. */
export interface TeammateFacts {
  /** Who asks may make owners, and change those who are. */
  readonly mayChangeOwners: boolean;
  /** An owner beside this one is active. */
  readonly hasOtherOwner: boolean;
}

export type TeammateRefusal =
  | NameInvalid
  | { readonly code: 'handle-invalid'; readonly path: 'handle' }
  | { readonly code: 'forbidden' }
  | { readonly code: 'last-owner' };

/** The teammate as it then is, and what happened: nothing, where nothing differs. */
export interface TeammateChanged {
  readonly teammate: Teammate;
  readonly happened: readonly WorkspaceFact[];
}

/** Decides how a teammate is changed. A workspace always keeps an active owner; only owners touch owners. */
export function decideTeammate(
  before: Teammate,
  given: TeammateGiven,
  facts: TeammateFacts,
): Result<TeammateChanged, TeammateRefusal> {
  const after = { ...before, ...given, version: before.version + 1 };
  if (given.teams) after.teams = [...new Set(given.teams)];
  if (given.name !== undefined && given.name !== before.name) {
    const name = readName(given.name);
    if (name === undefined) return refuse({ code: 'name-invalid', path: 'name' });
    after.name = name;
  }
  if (after.handle !== before.handle && !isHandle(after.handle)) {
    return refuse({ code: 'handle-invalid', path: 'handle' });
  }
  if ((before.role === 'owner' || after.role === 'owner') && !facts.mayChangeOwners) {
    return refuse({ code: 'forbidden' });
  }
  if (isActiveOwner(before) && !isActiveOwner(after) && !facts.hasOtherOwner) return refuse({ code: 'last-owner' });
  const changed = fields.filter((field) => !isSame(before[field], after[field]));
  if (changed.length === 0) return ok({ teammate: before, happened: [] });
  const { id: teammate } = before;
  const isGone = before.status === 'active' && after.status === 'deactivated';
  return ok({
    teammate: after,
    happened: [
      { type: isGone ? 'teammate-deactivated' : 'teammate-changed', teammate },
      ...(changed.some((field) => rights.includes(field)) ? [{ type: 'access-changed', teammate } as const] : []),
    ],
  });
}

/** Whose being there keeps a workspace from being nobody's. */
export function isActiveOwner({ role, status }: Pick<Teammate, 'role' | 'status'>): boolean {
  return role === 'owner' && status === 'active';
}

const fields = [
  'name',
  'email',
  'handle',
  'role',
  'teams',
  'status',
  'availability',
  'reassignAnswers',
] as const satisfies readonly (keyof TeammateGiven)[];

/** What decides what a teammate may see and do. */
const rights: readonly (typeof fields)[number][] = ['role', 'teams', 'status'];

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
