import { z } from 'zod';
import type { Team } from '../people/team.ts';
import { ok, type Result } from '../shared/result.ts';
import { operation } from './operation.ts';
import { viewed } from './people.ts';
import { handle, name, team, teammate, teamView } from './people-schemas.ts';
import { teamId, teammateId } from './schemas.ts';
import { assignmentPolicy } from './settings-schemas.ts';
import { wroteRow } from './wrote-row.ts';

const callers = ['teammate', 'integrator', 'host'] as const;
const path = z.strictObject({ team: teamId });
const refusals = ['name-invalid', 'handle-invalid', 'handle-taken', 'setting-invalid'];

function viewedTeam(result: Result<Team>): Result<z.input<typeof team>> {
  return result.ok ? ok(teamView(result.value)) : result;
}

export const listTeams = operation({
  summary: 'The teams of the workspace, to assign and to mention',
  callers,
  output: z.object({ items: z.array(team).meta({ description: 'All of them: there are no pages.' }) }),
  refusals: [],
  async handle(_input, { desk, actor }) {
    const found = await desk.attempt(actor).listTeams();
    return found.ok ? ok({ items: found.value.map(teamView) }) : found;
  },
});

export const addTeam = operation({
  summary: 'Make a team',
  callers,
  status: 201,
  body: z.strictObject({
    id: teamId.exactOptional(),
    name,
    handle,
    assignment: assignmentPolicy.exactOptional(),
  }),
  output: team,
  refusals: [...refusals, 'id-taken'],
  handle: async (input, { desk, actor }) => viewedTeam(await desk.attempt(actor).addTeam(input)),
  again: async (wrote, call) => viewedTeam(await wroteRow(wrote, call, { kind: 'team', action: 'change-teams' })),
});

export const changeTeam = operation({
  summary: 'Change a team; what is absent stays',
  callers,
  path,
  body: z.strictObject({
    name: name.exactOptional(),
    handle: handle.exactOptional(),
    assignment: assignmentPolicy.exactOptional(),
  }),
  output: team,
  refusals: ['not-found', ...refusals],
  handle: async (input, { desk, actor }) => viewedTeam(await desk.attempt(actor).changeTeam(input)),
});

export const deleteTeam = operation({
  summary: 'Delete a team; a job takes it off its conversations, and its members out of it',
  callers,
  path,
  output: team.meta({ description: 'As it was.' }),
  refusals: ['not-found'],
  handle: async (input, { desk, actor }) => viewedTeam(await desk.attempt(actor).deleteTeam(input.team)),
});

function membership(summary: string, action: 'joinTeam' | 'leaveTeam') {
  return operation({
    summary,
    callers,
    path: z.strictObject({ team: teamId, teammate: teammateId }),
    output: teammate,
    refusals: ['not-found', 'team-unknown'],
    handle: async (input, { desk, actor }) => viewed(await desk.attempt(actor)[action](input), actor),
  });
}

export const joinTeam = membership('Put a teammate into a team; who is in it stays', 'joinTeam');
export const leaveTeam = membership('Take a teammate out of a team; what was shared stays shared', 'leaveTeam');
