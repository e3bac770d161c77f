import { z } from 'zod';
import type { Actor } from '../people/actor.ts';
import type { Teammate } from '../people/teammate.ts';
import { ok, type Result } from '../shared/result.ts';
import type { RowRef } from '../storage/row.ts';
import { type Call, operation } from './operation.ts';
import {
  availability,
  emailAddress,
  externalId,
  handle,
  name,
  reassignAnswers,
  role,
  teammate,
  teammateView,
} from './people-schemas.ts';
import { teamId, teammateId } from './schemas.ts';
import { wroteRow } from './wrote-row.ts';

const administers = ['teammate', 'host'] as const;
const path = z.strictObject({ teammate: teammateId });
const refusals = ['not-found', 'name-invalid', 'handle-invalid', 'handle-taken', 'team-unknown', 'last-owner'];

export function viewed(result: Result<Teammate>, reader: Actor): Result<z.input<typeof teammate>> {
  return result.ok ? ok(teammateView(result.value, reader)) : result;
}

async function again(wrote: readonly RowRef[], call: Pick<Call, 'desk' | 'actor'>) {
  return viewed(await wroteRow(wrote, call, { kind: 'teammate', action: 'change-teammates' }), call.actor);
}

export const listTeammates = operation({
  summary: 'The teammates of the workspace',
  callers: ['teammate', 'integrator', 'host'],
  output: z.object({ items: z.array(teammate).meta({ description: 'All of them: there are no pages.' }) }),
  refusals: [],
  async handle(_input, { desk, actor }) {
    const found = await desk.attempt(actor).listTeammates();
    return found.ok ? ok({ items: found.value.map((row) => teammateView(row, actor)) }) : found;
  },
});

export const inviteTeammate = operation({
  summary: 'Add a person, whom the host knows; only owners and the host make owners',
  callers: administers,
  status: 201,
  body: z.strictObject({
    id: teammateId.exactOptional(),
    externalId,
    name,
    handle,
    email: emailAddress.nullable().exactOptional(),
    role: role.default('member'),
    teams: z.array(teamId).max(100).exactOptional(),
  }),
  output: teammate,
  refusals: ['name-invalid', 'handle-invalid', 'handle-taken', 'identity-taken', 'team-unknown', 'id-taken'],
  handle: async (input, { desk, actor }) => viewed(await desk.attempt(actor).inviteTeammate(input), actor),
  again,
});

export const changeTeammate = operation({
  summary: 'Change a teammate; what is absent stays. Only owners and the host change owners',
  callers: administers,
  path,
  body: z.strictObject({
    name: name.exactOptional(),
    handle: handle.exactOptional(),
    email: emailAddress.nullable().exactOptional(),
    role: role.exactOptional(),
    teams: z.array(teamId).max(100).exactOptional(),
    availability: availability.exactOptional(),
    reassignAnswers: reassignAnswers.exactOptional(),
  }),
  output: teammate,
  refusals,
  handle: async (input, { desk, actor }) => viewed(await desk.attempt(actor).changeTeammate(input), actor),
});

function changingStatus(summary: string, action: 'deactivateTeammate' | 'reactivateTeammate') {
  return operation({
    summary,
    callers: administers,
    path,
    body: z.strictObject({}),
    output: teammate,
    refusals: ['not-found', 'last-owner'],
    handle: async (input, { desk, actor }) => viewed(await desk.attempt(actor)[action](input.teammate), actor),
    again,
  });
}

export const deactivateTeammate = changingStatus(
  'Take all rights at once; a job takes the person off every conversation, and teams keep them',
  'deactivateTeammate',
);
export const reactivateTeammate = changingStatus('Give the rights back, with role and teams', 'reactivateTeammate');
