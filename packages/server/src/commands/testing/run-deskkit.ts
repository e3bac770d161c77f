import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../main.ts', import.meta.url));

export interface Deskkit {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Resolves with the URL of a server that is up; rejects with what it said when it did not come up. */
  url(): Promise<string>;
  /** Resolves with the exit code. */
  ended(): Promise<number | null>;
}

/** Runs the real command from source, with no settings but the given ones. */
export function runDeskkit(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  nodeArgs: readonly string[] = [],
): Deskkit {
  const kept = Object.entries(process.env).filter(([name]) => !/^(DESKKIT_|DATABASE_)/.test(name));
  const child = spawn(
    process.execPath,
    [...nodeArgs, '--conditions=@deskkit/source', '--import', 'tsx', main, ...args],
    { env: { ...Object.fromEntries(kept), ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const closed = once(child, 'close');
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    async url() {
      for (;;) {
        const url = /Inbox +(http:\/\/localhost:\d+)/.exec(stdout)?.[1];
        if (url) return url;
        await Promise.race([once(child.stdout, 'data'), closed]);
        if (child.exitCode !== null) throw new Error(`deskkit ended: ${stderr}`);
      }
    },
    async ended() {
      await closed;
      return child.exitCode;
    },
  };
}

/** A folder for a test's data, and settings that use it and free ports. */
export async function makeDataFolder(): Promise<{
  readonly folder: string;
  readonly env: Record<string, string>;
  remove(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'deskkit-command-'));
  return {
    folder,
    env: { DESKKIT_DATA: join(folder, 'data'), DESKKIT_PORT: '0', DESKKIT_SMTP_PORT: 'off' },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
