import type { Desk, Logger } from '@deskkit/core';

export interface WorkLoopOptions {
  readonly desk: Desk;
  readonly logger: Logger;
  /** How often it looks without being called; every second unless told. */
  readonly everyMilliseconds?: number;
}

/** Does the desk's due work: sends replies and ends snoozes. Any number of nodes may run one. */
export interface WorkLoop {
  start(): void;
  /** Takes nothing more, and resolves when what is under way is done. */
  stop(): Promise<void>;
}

const batch = 20;
const longestPause = 30_000;

export function createWorkLoop({ desk, logger, everyMilliseconds = 1000 }: WorkLoopOptions): WorkLoop {
  let running: Promise<void> | undefined;
  let isStopping = false;
  let isCalled = false;
  let wake = () => {};

  async function run(): Promise<void> {
    for (let failures = 0; !isStopping; ) {
      isCalled = false;
      const found = await doWork();
      failures = found === 'failed' ? failures + 1 : 0;
      if (found === batch) continue;
      // What calls while the storage is away would only find it away again.
      if (found === 'failed') await pause(Math.min(everyMilliseconds * 2 ** failures, longestPause), () => isStopping);
      else await pause(everyMilliseconds, () => isCalled || isStopping);
    }
  }

  async function doWork(): Promise<number | 'failed'> {
    try {
      return await desk.doWork({
        limit: batch,
        onFailure: (error, { id, kind, workspace }) =>
          logger.error('Work failed and is tried again later', { work: id, kind, workspace, error }),
      });
    } catch (error) {
      logger.error('Due work cannot be read; it is tried again', { error });
      return 'failed';
    }
  }

  function pause(milliseconds: number, isOver: () => boolean): Promise<void> {
    if (isOver()) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        if (!isOver()) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  let unlisten = () => {};
  return {
    start() {
      if (running !== undefined) return;
      isStopping = false;
      unlisten = desk.parts.signals.listen(() => {
        isCalled = true;
        wake();
      });
      running = run();
    },
    async stop() {
      isStopping = true;
      unlisten();
      wake();
      await running;
      running = undefined;
    },
  };
}
