import { parseArgs } from 'node:util';
import packageJson from '../../package.json' with { type: 'json' };
import { explainFailure } from './explain-failure.ts';
import { runKeys } from './keys.ts';
import { runOpenapi } from './openapi.ts';
import { serve } from './serve.ts';
import { UsageError } from './usage-error.ts';

type Env = Readonly<Record<string, string | undefined>>;

const help = `deskkit: a help desk to build into your own product.

  deskkit [serve]                     Starts the desk.
  deskkit keys create --name NAME     Makes an API key and prints it, once.
      [--workspace ID] [--scope SCOPE]… | --host
  deskkit keys secrets                Prints what a host signs its tokens with.
      [--workspace ID]
  deskkit openapi                     Prints the API as an OpenAPI document.
  deskkit --help | --version

Settings come from the environment: DESKKIT_PORT, DESKKIT_HOST, DESKKIT_SMTP_PORT, DESKKIT_DATA, DATABASE_URL,
DATABASE_LISTEN_URL, DESKKIT_SECRET, DESKKIT_PUBLIC_URL, DESKKIT_SMTP_URL, DESKKIT_MAIL_DOMAIN, DESKKIT_DEMO.
`;

/** Runs one command to its end and gives the exit code. What goes wrong is one sentence on stderr. */
export async function runCommand(args: readonly string[], env: Env): Promise<number> {
  try {
    await dispatch(args, env);
    return 0;
  } catch (error) {
    process.stderr.write(`${explainFailure(error)}\n`);
    return 1;
  }
}

async function dispatch(args: readonly string[], env: Env): Promise<void> {
  const { values, positionals } = readArgs(args);
  const [command = 'serve', ...rest] = positionals;
  const { help: asksHelp, version: asksVersion, ...options } = values;
  if (asksHelp) return void process.stdout.write(help);
  if (asksVersion) return void process.stdout.write(`${packageJson.version}\n`);
  if (command === 'keys') return runKeys(rest, options, env);
  if (Object.keys(options).length > 0 || rest.length > 0) {
    throw new UsageError(`deskkit ${command} takes nothing more: see deskkit --help.`);
  }
  if (command === 'serve') return serve(env, packageJson.version);
  if (command === 'openapi') return runOpenapi();
  throw new UsageError(`There is no command "${command}": see deskkit --help.`);
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
        name: { type: 'string' },
        workspace: { type: 'string' },
        scope: { type: 'string', multiple: true },
        host: { type: 'boolean' },
      },
    });
  } catch (error) {
    const [first = ''] = error instanceof Error ? error.message.split(/[.\n]/) : [];
    throw new UsageError(`${first}: see deskkit --help.`);
  }
}
