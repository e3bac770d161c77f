import { z } from 'zod';
import { ok } from '../shared/result.ts';
import { operation } from './operation.ts';
import { apiKeyId, contactId, instant, teamId, teammateId, workspaceId } from './schemas.ts';

const role = z.enum(['owner', 'admin', 'member']);

const teammate = z
  .object({
    id: teammateId,
    version: z.number(),
    name: z.string(),
    email: z.string().nullable(),
    handle: z.string(),
    role,
    teams: z.array(teamId).readonly(),
    status: z.enum(['active', 'deactivated']),
    availability: z.enum(['available', 'away']),
  })
  .meta({ id: 'Teammate' });

const team = z.object({ id: teamId, version: z.number(), name: z.string(), handle: z.string() }).meta({ id: 'Team' });

export const getMe = operation({
  summary: 'Who the caller is',
  callers: ['teammate', 'integrator'],
  output: z.object({
    kind: z.enum(['teammate', 'integrator']),
    id: z.union([teammateId, apiKeyId]),
    workspace: z.object({ id: workspaceId, name: z.string() }),
    role: role.nullable(),
    teams: z.array(teamId),
    isolation: z.enum(['on', 'off']),
    mail: z.object({ addresses: z.array(z.string()) }),
  }),
  refusals: [],
  async handle(_input, { desk, actor }) {
    const [workspace] = await desk.parts.storage.find(actor.workspace, 'workspace', [actor.workspace]);
    if (!workspace) return { ok: false, refusal: { code: 'not-found' } };
    const { id, name, isolation, addresses } = workspace;
    return ok({
      kind: actor.kind,
      id: actor.id,
      workspace: { id, name },
      role: actor.kind === 'teammate' ? actor.role : null,
      teams: actor.kind === 'teammate' ? [...actor.teams] : [],
      isolation,
      mail: { addresses: [...addresses] },
    });
  },
});

export const listTeammates = operation({
  summary: 'The teammates of the workspace',
  callers: ['teammate', 'integrator'],
  output: z.object({ items: z.array(teammate) }),
  refusals: [],
  async handle(_input, { desk, actor }) {
    const found = await desk.attempt(actor).listTeammates();
    if (!found.ok) return found;
    return ok({ items: found.value.map(({ externalId, reassignAnswers, ...shown }) => shown) });
  },
});

export const listTeams = operation({
  summary: 'The teams of the workspace, to assign and to mention',
  callers: ['teammate', 'integrator'],
  output: z.object({ items: z.array(team) }),
  refusals: [],
  async handle(_input, { desk, actor }) {
    const found = await desk.attempt(actor).listTeams();
    return found.ok ? ok({ items: [...found.value] }) : found;
  },
});

export const getContact = operation({
  summary: 'A contact',
  callers: ['teammate', 'integrator'],
  path: z.strictObject({ contact: contactId }),
  output: z
    .object({
      id: contactId,
      version: z.number(),
      name: z.string().nullable(),
      identities: z
        .array(z.object({ kind: z.enum(['email', 'host']), value: z.string(), proof: z.enum(['proven', 'claimed']) }))
        .readonly(),
      createdAt: instant,
    })
    .meta({ id: 'Contact' }),
  refusals: [],
  handle: (input, { desk, actor }) => desk.attempt(actor).findContact(input.contact),
});
