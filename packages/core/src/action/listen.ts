import type { Frame } from '../log/frame.ts';
import type { Actor } from '../people/actor.ts';
import type { Seq } from '../shared/seq.ts';
import type { Parts } from './parts.ts';
import { readLog } from './read-log.ts';

/** Waits for news of the log at most so long, then says where it stands. */
const heartbeatMilliseconds = 25_000;

const pageSize = 200;

/**
 * The log behind `after` as it grows, until `stop` is aborted or the actor's access changes: that entry is the
 * last, since nothing later may be seen with the old rights.
 */
export async function* listen(
  parts: Parts,
  actor: Actor,
  { after, stop }: { readonly after: Seq; readonly stop: AbortSignal },
): AsyncGenerator<Frame> {
  const news = watch(parts, actor, stop);
  let position = after;
  try {
    while (!stop.aborted) {
      const page = await readLog(parts, actor, { after: position, limit: pageSize });
      if (!page.ok) return;
      for (const frame of page.value.frames) {
        yield frame;
        if (frame.kind === 'workspace' && frame.event.type === 'access-changed') return;
      }
      position = page.value.position;
      if (page.value.more) continue;
      yield { kind: 'position', seq: position };
      await news.beyond(position);
    }
  } finally {
    news.end();
  }
}

/** Remembers the newest seq that was signalled, so that none between reading and waiting is missed. */
function watch(parts: Parts, actor: Actor, stop: AbortSignal) {
  let newest: Seq = 0;
  let wake = () => {};
  const unlisten = parts.signals.listen((workspace, signal) => {
    if (workspace !== actor.workspace || signal.kind !== 'log-grew') return;
    newest = Math.max(newest, signal.seq);
    wake();
  });
  const stopped = () => wake();
  stop.addEventListener('abort', stopped);
  return {
    async beyond(position: Seq): Promise<void> {
      if (newest > position || stop.aborted) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      await new Promise<void>((resolve) => {
        wake = () => {
          if (newest > position || stop.aborted) resolve();
        };
        timer = setTimeout(resolve, heartbeatMilliseconds);
      });
      clearTimeout(timer);
    },
    end() {
      stop.removeEventListener('abort', stopped);
      unlisten();
    },
  };
}
