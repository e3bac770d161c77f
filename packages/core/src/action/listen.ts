import type { Frame } from '../log/frame.ts';
import type { Actor } from '../people/actor.ts';
import type { Seq } from '../shared/seq.ts';
import type { Parts } from './parts.ts';
import { readLog } from './read-log.ts';
import { createPresenceView } from './show-presence.ts';
import { stillHasRights } from './still-has-rights.ts';
import { watchSignals } from './watch-signals.ts';

/** Waits for news of the log at most so long, then says where it stands. */
const heartbeatMilliseconds = 25_000;

const pageSize = 200;

/**
 * The log behind `after` as it grows, and who does what meanwhile, until `stop` is aborted or the actor's access
 * changes: that entry is the last, since nothing later may be seen with the old rights. Ends at once behind the log's
 * own end.
 */
export async function* listen(
  parts: Parts,
  actor: Actor,
  { after, stop }: { readonly after: Seq; readonly stop: AbortSignal },
): AsyncGenerator<Frame> {
  const watch = watchSignals(parts, actor, stop);
  const presences = createPresenceView(parts, actor);
  let position = after;
  try {
    // Rights that changed between the check of the token and `after` stand in no page that is still to come.
    if (!(await stillHasRights(parts, actor))) return;
    while (!stop.aborted) {
      const page = await readLog(parts, actor, { after: position, limit: pageSize });
      if (!page.ok) return;
      for (const frame of page.value.frames) {
        presences.learn(frame);
        yield frame;
        if (frame.kind === 'workspace' && frame.event.type === 'access-changed') return;
        if (isAboutKeys(frame) && !(await hasKey(parts, actor))) return;
      }
      position = page.value.position;
      if (page.value.more) continue;
      yield { kind: 'position', seq: position };
      for await (const heard of watch.untilLogGrows(position, heartbeatMilliseconds)) {
        for (const presence of heard) {
          const shown = await presences.show(presence);
          if (shown) yield { kind: 'presence', seq: position, presence: shown };
        }
      }
    }
  } finally {
    watch.end();
  }
}

function isAboutKeys(frame: Frame): boolean {
  return frame.kind === 'workspace' && frame.event.type === 'settings-changed' && frame.event.what === 'api-keys';
}

/** A key that is deleted stops at once, also what it has opened before. */
async function hasKey({ storage }: Parts, actor: Actor): Promise<boolean> {
  if (actor.kind !== 'integrator') return true;
  return (await storage.find(actor.workspace, 'api-key', [actor.id]))[0] !== undefined;
}
