import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findFreePort } from './find-free-port.ts';

const main = join(import.meta.dirname, '../../packages/server/dist/main.js');

/** The built server in a process of its own. */
export interface RunningDesk {
  readonly url: string;
  readonly smtpPort: number;
  readonly process: ChildProcess;
  /** What it has written so far. */
  output(): string;
  /** Ends it and waits until it is gone; gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the built server with these settings, on ports of its own, and waits until it is ready. */
export async function runDesk(settings: Readonly<Record<string, string>>): Promise<RunningDesk> {
  const [port, smtpPort] = [await findFreePort(), await findFreePort()];
  const env = { ...withoutSettings(), DESKKIT_PORT: String(port), DESKKIT_SMTP_PORT: String(smtpPort), ...settings };
  const child = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child, () => output);
  return {
    url,
    smtpPort,
    process: child,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`The desk did not start:\n${output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The desk was not ready in 15 seconds:\n${output()}`);
}

/** The environment without this machine's own settings of a desk. */
function withoutSettings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('DESKKIT_') && !name.startsWith('DATABASE_'),
  );
  return Object.fromEntries(kept);
}
