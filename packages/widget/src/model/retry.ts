/** Calls back after so many milliseconds, unless it is called off. */
export type After = (milliseconds: number, callback: () => void) => () => void;

const first = 1_000;
const slowest = 30_000;

/** Tries again and again, each time later, until it is told that it worked. */
export interface Retry {
  later(): void;
  /** Tries at once if it was waiting: the network may be back. */
  now(): void;
  worked(): void;
  stop(): void;
}

export function createRetry(after: After, attempt: () => void): Retry {
  let failures = 0;
  let cancel: (() => void) | undefined;

  function stop(): void {
    cancel?.();
    cancel = undefined;
  }

  return {
    later() {
      stop();
      const wait = Math.min(slowest, first * 2 ** failures) * (0.75 + Math.random() / 2);
      failures += 1;
      cancel = after(wait, () => {
        cancel = undefined;
        attempt();
      });
    },
    now() {
      if (!cancel) return;
      stop();
      attempt();
    },
    worked() {
      failures = 0;
    },
    stop,
  };
}
