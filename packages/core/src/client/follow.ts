import type { ApiClient } from './api-client.ts';
import { isApiError } from './api-error.ts';

/** `live`: what happens is seen as it happens. `offline`: it is tried again and again. `ended`: load anew. */
export type Connection = 'connecting' | 'live' | 'offline' | 'ended';

export interface FollowOptions {
  readonly client: Pick<ApiClient, 'stream'>;
  readonly stream: 'streamEvents' | 'streamWidgetEvents';
  /** Where to begin; a position that a read gave. */
  readonly after: string;
  readonly onData: (data: never) => void;
  readonly onConnection: (connection: Connection) => void;
}

/** Silence for longer than two heartbeats and a bit is a dead connection. */
const silenceMilliseconds = 60_000;
const slowestRetry = 30_000;

/** Follows a stream: resumes behind the last event that was understood, for ever, until it is told to stop. */
export function follow({ client, stream, after, onData, onConnection }: FollowOptions): () => void {
  const stopping = new AbortController();
  let position = after;
  let failures = 0;
  void run();
  return () => stopping.abort();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      onConnection(failures > 0 ? 'offline' : 'connecting');
      const ended = await once();
      if (stopping.signal.aborted) return;
      if (ended === 'ended') return onConnection('ended');
      if (failures > 0) await pause(retryPause(failures), stopping.signal);
    }
  }

  /** One connection, until it breaks. */
  async function once(): Promise<'ended' | 'broken'> {
    const dying = new AbortController();
    const die = () => dying.abort();
    stopping.signal.addEventListener('abort', die, { once: true });
    let watchdog = setTimeout(die, silenceMilliseconds);
    let isLive = false;
    try {
      for await (const { id, event, data } of client.stream(stream, position, { signal: dying.signal })) {
        clearTimeout(watchdog);
        watchdog = setTimeout(die, silenceMilliseconds);
        if (event === 'end') return 'ended';
        if (event === 'renew') return 'broken';
        if (!isLive) onConnection('live');
        isLive = true;
        failures = 0;
        onData(JSON.parse(data) as never);
        position = id;
      }
    } catch (error) {
      if (isApiError(error) && !error.retryable) return 'ended';
    } finally {
      clearTimeout(watchdog);
      stopping.signal.removeEventListener('abort', die);
    }
    failures += 1;
    return 'broken';
  }
}

/** Milliseconds before trying again after so many failures: doubling, at most half a minute, never all at once. */
export function retryPause(failures: number): number {
  return Math.min(slowestRetry, 500 * 2 ** failures) * (0.5 + Math.random() / 2);
}

export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end, { once: true });
  });
}
