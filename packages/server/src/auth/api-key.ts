import {
  type Desk,
  everywhereKeys,
  hashApiKey,
  type IntegratorActor,
  type IntegratorScope,
  type WorkspaceId,
} from '@deskkit/core';
import { isThere } from './is-there.ts';

/** Makes an integrator's key and gives it, for the only time: what is kept is its hash. */
export async function createApiKey(
  desk: Desk,
  given: { readonly workspace: WorkspaceId; readonly name: string; readonly scopes: readonly IntegratorScope[] },
): Promise<string> {
  const { workspace, name, scopes } = given;
  return (await desk.as({ kind: 'system', workspace }).addApiKey({ name, scopes })).text;
}

export async function checkApiKey({ parts }: Desk, key: string): Promise<IntegratorActor | undefined> {
  const found = await parts.directory.find(everywhereKeys.apiKey(await hashApiKey(key)));
  if (found?.kind !== 'api-key' || !(await isThere(parts, found.workspace))) return undefined;
  const [row] = await parts.storage.find(found.workspace, 'api-key', [found.id]);
  return row && { kind: 'integrator', workspace: found.workspace, id: row.id, scopes: row.scopes };
}
