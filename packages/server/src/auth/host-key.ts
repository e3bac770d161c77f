import {
  type ApiKey,
  type Desk,
  emptyChange,
  everywhereKeys,
  type HostActor,
  hashApiKey,
  hostWorkspace,
} from '@deskkit/core';

export const hostKeyPrefix = 'dh_';

/** Makes a key for the host itself and gives it, for the only time: what is kept is its hash. */
export async function createHostKey({ parts }: Desk, name: string): Promise<string> {
  const key = `${hostKeyPrefix}${Buffer.from(parts.newSecret(32)).toString('base64url')}`;
  const id = parts.newId('api-key');
  const hash = await hashApiKey(key);
  const row: ApiKey = { id, version: 1, name, scopes: [], hash, createdAt: parts.clock.now() };
  await parts.storage.commit({
    ...emptyChange(hostWorkspace),
    expect: [{ kind: 'api-key', id, version: 'absent' }],
    put: [{ kind: 'api-key', row }],
    claim: [{ within: 'everywhere', key: everywhereKeys.apiKey(hash), kind: 'api-key', id }],
  });
  return key;
}

/** The host behind its key, in no customer's workspace yet. */
export async function checkHostKey({ parts }: Desk, key: string): Promise<HostActor | undefined> {
  const found = await parts.directory.find(everywhereKeys.apiKey(await hashApiKey(key)));
  if (found?.kind !== 'api-key' || found.workspace !== hostWorkspace) return undefined;
  const [row] = await parts.storage.find(hostWorkspace, 'api-key', [found.id]);
  return row && { kind: 'host', workspace: hostWorkspace, id: row.id };
}
