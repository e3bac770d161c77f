import { z } from 'zod';
import { integratorScopes } from '../people/actor.ts';
import { ok } from '../shared/result.ts';
import type { ApiKey } from '../workspace/api-key.ts';
import { operation } from './operation.ts';
import { apiKeyId, instant } from './schemas.ts';

const callers = ['teammate', 'host'] as const;
const path = z.strictObject({ apiKey: apiKeyId });
const scopes = z.array(z.enum(integratorScopes)).readonly();

const apiKey = z
  .object({ id: apiKeyId, version: z.number(), name: z.string(), scopes, createdAt: instant })
  .meta({ id: 'ApiKey', description: "An integrator's key, without the key itself." });

function viewOf({ hash, ...shown }: ApiKey): z.input<typeof apiKey> {
  return shown;
}

export const listApiKeys = operation({
  summary: 'The keys of integrators',
  callers,
  output: z.object({
    items: z.array(apiKey).meta({ description: 'All of them: at most 500, so there are no pages.' }),
  }),
  refusals: [],
  async handle(_input, { desk, actor }) {
    const found = await desk.attempt(actor).listApiKeys();
    return found.ok ? ok({ items: found.value.map(viewOf) }) : found;
  },
});

export const addApiKey = operation({
  summary: 'Make a key; it is shown now and never again, so it takes no Idempotency-Key',
  callers,
  status: 201,
  body: z.strictObject({
    id: apiKeyId.optional(),
    name: z.string().max(400).meta({ example: 'Nightly export' }),
    scopes: scopes.meta({ example: ['conversations:read'] }),
  }),
  output: z.object({ apiKey, key: z.string().meta({ description: 'What goes after Bearer: dk_…' }) }),
  refusals: ['name-invalid', 'scopes-invalid', 'id-taken', 'limit-reached'],
  async handle(input, { desk, actor }) {
    const added = await desk.attempt(actor).addApiKey(input);
    return added.ok ? ok({ apiKey: viewOf(added.value.apiKey), key: added.value.text }) : added;
  },
});

export const deleteApiKey = operation({
  summary: 'Delete a key; from here on nobody gets in with it',
  callers,
  path,
  output: apiKey.meta({ description: 'As it was.' }),
  refusals: [],
  async handle(input, { desk, actor }) {
    const deleted = await desk.attempt(actor).deleteApiKey(input.apiKey);
    return deleted.ok ? ok(viewOf(deleted.value)) : deleted;
  },
});
