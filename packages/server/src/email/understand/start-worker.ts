import { Worker } from 'node:worker_threads';

/** Starts a worker that understands mails, in a heap of its own of so many megabytes. */
export function startWorker(megabytes: number): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const file = isSource ? './mail-worker-from-source.mjs' : './mail-worker.js';
  return new Worker(new URL(file, import.meta.url), {
    name: 'mail',
    // Not what this process was started with: a debugger's port or a loader of its own.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
  });
}
