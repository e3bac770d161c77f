import { type Desk, type IntegratorScope, integratorScopes, isId, type Workspace } from '@deskkit/core';
import { createApiKey } from '../auth/api-key.ts';
import { teammateSecret, visitorSecret } from '../auth/derive-secret.ts';
import { createHostKey } from '../auth/host-key.ts';
import { type OpenDesk, openDesk } from '../compose.ts';
import { readConfig } from '../config.ts';
import { createLogger } from '../create-logger.ts';
import { UsageError } from './usage-error.ts';

interface KeyOptions {
  readonly name?: string;
  readonly workspace?: string;
  readonly scope?: readonly string[];
  readonly host?: boolean;
}

/** `keys create` prints a new key and nothing else; `keys secrets` prints what a host signs with. */
export async function runKeys(
  words: readonly string[],
  options: KeyOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const [verb, ...more] = words;
  if (more.length > 0 || (verb !== 'create' && verb !== 'secrets')) {
    throw new UsageError('Write deskkit keys create --name NAME, or deskkit keys secrets.');
  }
  const print = verb === 'secrets' ? readSecrets(options) : options.host ? readHost(options) : readCreate(options);
  const open = await openDesk(readConfig(env), createLogger());
  try {
    process.stdout.write(await print(open));
  } finally {
    await open.close();
  }
}

/** What is printed, once the desk is open. */
type Print = (open: OpenDesk) => Promise<string>;

function readHost({ name, workspace, scope }: KeyOptions): Print {
  if (workspace !== undefined || scope) {
    throw new UsageError('A host key is for all workspaces and has no scopes: leave out --workspace and --scope.');
  }
  const named = readKeyName(name);
  return async ({ desk }) => `${await createHostKey(desk, named)}\n`;
}

function readCreate({ name, workspace, scope = integratorScopes }: KeyOptions): Print {
  const named = readKeyName(name);
  const wrong = scope.find((one) => !isScope(one));
  if (wrong !== undefined)
    throw new UsageError(`There is no scope "${wrong}": write one of ${integratorScopes.join(', ')}.`);
  const scopes = [...new Set(scope.filter(isScope))];
  return async (open) => {
    const { id } = await findWorkspace(open, workspace);
    return `${await createApiKey(open.desk, { workspace: id, name: named, scopes })}\n`;
  };
}

function readKeyName(name: string | undefined): string {
  if (!name?.trim() || name.length > 200)
    throw new UsageError('Say what the key is for with --name, in 1 to 200 characters.');
  return name.trim();
}

function readSecrets({ name, workspace, scope, host }: KeyOptions): Print {
  if (name !== undefined || scope || host) throw new UsageError('deskkit keys secrets takes --workspace only.');
  return async (open) => secretsOf(open, await findWorkspace(open, workspace));
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
