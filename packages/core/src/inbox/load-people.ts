import type { Contract } from '../api/contract.ts';
import type { GivenBy } from '../api/operation.ts';
import type { ApiClient } from '../client/api-client.ts';
import type { TeammateActor } from '../people/actor.ts';
import type { TeammateId } from '../shared/id.ts';

export type TeammateView = GivenBy<Contract['listTeammates']>['items'][number];
export type TeamView = GivenBy<Contract['listTeams']>['items'][number];

/** Who is there: loaded at the beginning, and again when the log says that it changed. */
export interface People {
  readonly me: TeammateActor;
  readonly workspace: { readonly name: string };
  readonly teammates: readonly TeammateView[];
  readonly teams: readonly TeamView[];
}

/** Rejects when the token is no teammate's: an inbox belongs to one. */
export async function loadPeople(client: ApiClient): Promise<People> {
  const [me, teammates, teams] = await Promise.all([client.getMe(), client.listTeammates(), client.listTeams()]);
  if (me.kind !== 'teammate') throw new Error('An inbox needs the token of a teammate');
  const actor: TeammateActor = {
    kind: 'teammate',
    workspace: me.workspace.id,
    id: me.id as TeammateId,
    role: me.role ?? 'member',
    teams: me.teams,
    isolation: me.isolation,
  };
  return { me: actor, workspace: me.workspace, teammates: teammates.items, teams: teams.items };
}
