import { type Desk, type IntegratorScope, integratorScopes, isId, type Workspace } from '@deskkit/core';
import { createApiKey } from '../auth/api-key.ts';
import { teammateSecret, visitorSecret } from '../auth/derive-secret.ts';
import { type OpenDesk, openDesk } from '../compose.ts';
import { readConfig } from '../config.ts';
import { createLogger } from '../create-logger.ts';
import { UsageError } from './usage-error.ts';

interface KeyOptions {
  readonly name?: string;
  readonly workspace?: string;
  readonly scope?: readonly string[];
}

/** `keys create` prints a new API key and nothing else; `keys secrets` prints what a host signs with. */
export async function runKeys(
  words: readonly string[],
  options: KeyOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const [verb, ...more] = words;
  if (more.length > 0 || (verb !== 'create' && verb !== 'secrets')) {
    throw new UsageError('Write deskkit keys create --name NAME, or deskkit keys secrets.');
  }
  const asked = verb === 'create' ? readCreate(options) : readSecrets(options);
  const open = await openDesk(readConfig(env), createLogger());
  try {
    const workspace = await findWorkspace(open, options.workspace);
    process.stdout.write(
      asked ? `${await createApiKey(open.desk, { workspace: workspace.id, ...asked })}\n` : secretsOf(open, workspace),
    );
  } finally {
    await open.close();
  }
}

function readCreate({ name, scope = integratorScopes }: KeyOptions) {
  if (!name?.trim() || name.length > 200)
    throw new UsageError('Say what the key is for with --name, in 1 to 200 characters.');
  const wrong = scope.find((one) => !isScope(one));
  if (wrong !== undefined)
    throw new UsageError(`There is no scope "${wrong}": write one of ${integratorScopes.join(', ')}.`);
  return { name: name.trim(), scopes: [...new Set(scope.filter(isScope))] };
}

function readSecrets({ name, scope }: KeyOptions): undefined {
  if (name !== undefined || scope) throw new UsageError('deskkit keys secrets takes --workspace only.');
}

function isScope(text: string): text is IntegratorScope {
  return integratorScopes.some((scope) => scope === text);
}

async function findWorkspace({ desk, workspace: first }: OpenDesk, id: string | undefined): Promise<Workspace> {
  if (id === undefined)
    return (await isOnlyOne(desk))
      ? first
      : Promise.reject(new UsageError('There are several workspaces: say which with --workspace ID.'));
  const [found] = isId('workspace', id) ? await desk.parts.storage.find(id, 'workspace', [id]) : [];
  if (!found) throw new UsageError(`There is no workspace "${id}".`);
  return found;
}

async function isOnlyOne({ parts }: Desk): Promise<boolean> {
  return (await parts.directory.listWorkspaces({ limit: 2 })).length < 2;
}

function secretsOf({ secret }: OpenDesk, { id, widgetKey }: Workspace): string {
  return [
    `DESKKIT_WORKSPACE=${id}`,
    `DESKKIT_TEAMMATE_SECRET=${teammateSecret(secret, id)}`,
    `DESKKIT_VISITOR_SECRET=${visitorSecret(secret, id)}`,
    `DESKKIT_WIDGET_KEY=${widgetKey}`,
    '',
  ].join('\n');
}
