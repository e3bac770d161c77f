import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { becauses } from '../notification/because.ts';
import type { Preferences } from '../notification/preferences.ts';
import type { IntegratorActor, TeammateActor } from '../people/actor.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { operation } from './operation.ts';
import { availability, name, reassignAnswers, role, teammate, teammateView } from './people-schemas.ts';
import { apiKeyId, teamId, teammateId, workspaceId } from './schemas.ts';

const me = z.object({
  kind: z.enum(['teammate', 'integrator']),
  id: z.union([teammateId, apiKeyId]),
  workspace: z.object({ id: workspaceId, name: z.string() }),
  role: role.nullable(),
  teams: z.array(teamId),
  isolation: z.enum(['on', 'off']),
  mail: z.object({ addresses: z.array(z.string()) }),
  teammate: teammate.nullable().meta({ description: 'Who it is, where it is a person.' }),
});

async function meOf(desk: Desk, actor: TeammateActor | IntegratorActor): Promise<Result<z.input<typeof me>>> {
  const { storage } = desk.parts;
  const [workspace] = await storage.find(actor.workspace, 'workspace', [actor.workspace]);
  const [row] = actor.kind === 'teammate' ? await storage.find(actor.workspace, 'teammate', [actor.id]) : [];
  if (!workspace) return refuse({ code: 'not-found' });
  const { id, name, isolation, addresses } = workspace;
  return ok({
    kind: actor.kind,
    id: actor.id,
    workspace: { id, name },
    role: actor.kind === 'teammate' ? actor.role : null,
    teams: actor.kind === 'teammate' ? [...actor.teams] : [],
    isolation,
    mail: { addresses: [...addresses] },
    teammate: row ? teammateView(row, actor) : null,
  });
}

export const getMe = operation({
  summary: 'Who the caller is',
  callers: ['teammate', 'integrator'],
  output: me,
  refusals: [],
  handle: (_input, { desk, actor }) => meOf(desk, actor),
});

export const changeMe = operation({
  summary: 'Change what others see of oneself; what is absent stays',
  callers: ['teammate'],
  body: z.strictObject({
    name: name.exactOptional(),
    availability: availability.exactOptional(),
    reassignAnswers: reassignAnswers.exactOptional(),
  }),
  output: me,
  refusals: ['name-invalid'],
  async handle(input, { desk, actor }) {
    const changed = await desk.attempt(actor).changeMe(input);
    return changed.ok ? meOf(desk, actor) : changed;
  },
});

const own = {
  silenced: z.array(z.enum(becauses)).max(100).readonly().meta({ description: 'What one does not want to be told.' }),
  timeZone: z
    .string()
    .max(100)
    .nullable()
    .meta({ description: 'null: as the browser has it.', example: 'Europe/Lisbon' }),
  locale: z.string().max(100).nullable().meta({ description: 'BCP 47; null: as the browser has it.', example: 'pt' }),
};

const preferences = z
  .object({ version: z.number(), ...own })
  .meta({ id: 'Preferences', description: "A teammate's own settings." });

function preferencesOf({ version, silenced, timeZone, locale }: Preferences): z.input<typeof preferences> {
  return { version, silenced, timeZone, locale };
}

export const getPreferences = operation({
  summary: "One's own settings",
  callers: ['teammate'],
  output: preferences,
  refusals: [],
  async handle(_input, { desk, actor }) {
    const found = await desk.attempt(actor).findPreferences();
    return found.ok ? ok(preferencesOf(found.value)) : found;
  },
});

export const setPreferences = operation({
  summary: "Set all of one's own settings",
  callers: ['teammate'],
  body: z.strictObject(own),
  output: preferences,
  refusals: ['time-zone-unknown', 'locale-unknown'],
  async handle(input, { desk, actor }) {
    const kept = await desk.attempt(actor).keepPreferences(input);
    return kept.ok ? ok(preferencesOf(kept.value)) : kept;
  },
});
