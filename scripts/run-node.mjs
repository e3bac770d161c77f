import { spawn } from 'node:child_process';

/** Runs Node with `args` in this terminal, hands signals on, and ends the way the child ended. */
export function runNode(args, env = {}) {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  const forward = (signal) => child.kill(signal);
  process.on('SIGTERM', forward);
  process.on('SIGHUP', forward);
  // Ctrl-C in a terminal reaches the child by itself; a second one would cut its shutdown short.
  process.on('SIGINT', (signal) => process.stdin.isTTY || forward(signal));

  // npm hands a signal to the shell between, which dies of it without handing it on.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || forward('SIGTERM'), 500).unref();

  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
