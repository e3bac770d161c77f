import type { Actor } from '../people/actor.ts';
import { plus } from '../shared/instant.ts';
import type { Result } from '../shared/result.ts';
import type { Seq } from '../shared/seq.ts';
import type { Forbidden } from './gate.ts';
import type { Parts } from './parts.ts';
import { type EventsGone, type LogPage, readLog } from './read-log.ts';
import { watchSignals } from './watch-signals.ts';

interface Ask {
  readonly after: Seq;
  readonly limit: number;
  /** So long, in milliseconds, where there is nothing for the reader yet. */
  readonly wait: number;
  readonly stop: AbortSignal;
}

/** A page of the log, awaited while there is nothing in it for the actor. */
export async function awaitLog(
  parts: Parts,
  actor: Actor,
  { after, limit, wait, stop }: Ask,
): Promise<Result<LogPage, Forbidden | EventsGone>> {
  const watch = watchSignals(parts, actor, stop);
  const until = plus(parts.clock.now(), wait);
  try {
    for (let position = after, isFirst = true; ; isFirst = false) {
      const page = await readLog(parts, actor, { after: position, limit });
      if (!page.ok || page.value.frames.length > 0 || page.value.more || stop.aborted) return page;
      const left = Date.parse(until) - Date.parse(parts.clock.now());
      const hasGrown = page.value.position > position;
      if (left <= 0 || !(isFirst || hasGrown)) return page;
      position = page.value.position;
      // Presence stands in no log.
      for await (const _ of watch.untilLogGrows(position, left));
    }
  } finally {
    watch.end();
  }
}
