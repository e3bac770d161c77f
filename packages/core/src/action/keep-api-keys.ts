import { type Actor, type IntegratorScope, integratorScopes } from '../people/actor.ts';
import type { ApiKeyId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type ApiKey, hashApiKey, newApiKeyText } from '../workspace/api-key.ts';
import { type NameInvalid, readName } from '../workspace/name.ts';
import { everywhereKeys } from '../workspace/unique-keys.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import { type AddRefusal, addRow, type Keeping, listRows, removeRow } from './keep-row.ts';
import type { Parts } from './parts.ts';

const apiKeys: Keeping<'api-key'> = {
  kind: 'api-key',
  rowOf: (row) => ({ kind: 'api-key', row }),
  keysOf: ({ hash }) => [{ within: 'everywhere', key: everywhereKeys.apiKey(hash) }],
  whatOf: () => 'api-keys',
};

const maxApiKeys = 500;

export async function listApiKeys(parts: Parts, actor: Actor): Promise<Result<readonly ApiKey[], Forbidden>> {
  return gateOf(actor, 'change-keys') ?? ok(await listRows(parts, actor, 'api-key'));
}

export type AddApiKeyRefusal =
  | Forbidden
  | NameInvalid
  | AddRefusal
  | { readonly code: 'scopes-invalid'; readonly path: 'scopes' };

/** Makes an integrator's key and gives its text, for the only time: what is kept is the hash. */
export async function addApiKey(
  parts: Parts,
  actor: Actor,
  given: { readonly id?: ApiKeyId | undefined; readonly name: string; readonly scopes: readonly IntegratorScope[] },
): Promise<Result<{ readonly apiKey: ApiKey; readonly text: string }, AddApiKeyRefusal>> {
  const forbidden = gateOf(actor, 'change-keys');
  if (forbidden) return forbidden;
  const name = readName(given.name);
  if (name === undefined) return refuse({ code: 'name-invalid', path: 'name' });
  const scopes = integratorScopes.filter((scope) => given.scopes.includes(scope));
  if (scopes.length === 0 || !given.scopes.every((scope) => scopes.includes(scope))) {
    return refuse({ code: 'scopes-invalid', path: 'scopes' });
  }
  const text = newApiKeyText(parts.newSecret);
  const added = await addRow(
    parts,
    actor,
    apiKeys,
    {
      id: given.id ?? parts.newId('api-key'),
      version: 1,
      name,
      scopes,
      hash: await hashApiKey(text),
      createdAt: parts.clock.now(),
    },
    { limit: maxApiKeys },
  );
  return added.ok ? ok({ apiKey: added.value, text }) : added;
}

/** From here on nobody gets in with it. */
export async function deleteApiKey(
  parts: Parts,
  actor: Actor,
  apiKey: ApiKeyId,
): Promise<Result<ApiKey, NotFound | Forbidden>> {
  return gateOf(actor, 'change-keys') ?? removeRow(parts, actor, apiKeys, apiKey);
}
