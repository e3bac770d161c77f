import { createHash, randomBytes } from 'node:crypto';
import {
  type ApiKey,
  type Desk,
  emptyChange,
  everywhereKeys,
  type IntegratorActor,
  type IntegratorScope,
  type WorkspaceId,
} from '@deskkit/core';

export const apiKeyPrefix = 'dk_';

/** Makes an integrator's key and gives it, for the only time: what is kept is its hash. */
export async function createApiKey(
  { parts }: Desk,
  given: { readonly workspace: WorkspaceId; readonly name: string; readonly scopes: readonly IntegratorScope[] },
): Promise<string> {
  const { workspace, name, scopes } = given;
  const key = `${apiKeyPrefix}${randomBytes(32).toString('base64url')}`;
  const id = parts.newId('api-key');
  const row: ApiKey = { id, version: 1, name, scopes, createdAt: parts.clock.now() };
  await parts.storage.commit({
    ...emptyChange(workspace),
    expect: [{ kind: 'api-key', id, version: 'absent' }],
    put: [{ kind: 'api-key', row }],
    claim: [{ within: 'everywhere', key: everywhereKeys.apiKey(hashOf(key)), kind: 'api-key', id }],
  });
  return key;
}

export async function checkApiKey({ parts }: Desk, key: string): Promise<IntegratorActor | undefined> {
  const found = await parts.directory.find(everywhereKeys.apiKey(hashOf(key)));
  if (found?.kind !== 'api-key') return undefined;
  const [row] = await parts.storage.find(found.workspace, 'api-key', [found.id]);
  return row && { kind: 'integrator', workspace: found.workspace, id: row.id, scopes: row.scopes };
}

/** A key has 256 random bits: one round of SHA-256 is enough, as nothing can be guessed. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
