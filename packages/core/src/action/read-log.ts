import { view } from '../access/view.ts';
import { type CellValue, cellKey } from '../conversation/cells.ts';
import type { Frame } from '../log/frame.ts';
import { isConversationEvent, type LogEvent } from '../log/log-event.ts';
import type { Actor } from '../people/actor.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { Seq } from '../shared/seq.ts';
import { framesOf } from './frames-of.ts';
import { type Forbidden, gateOf } from './gate.ts';
import type { Parts } from './parts.ts';
import { cellsFor, meOf } from './read-conversations.ts';

export interface LogPage {
  readonly frames: readonly Frame[];
  /** What was looked at, also where it was nothing for this reader. */
  readonly position: Seq;
  /** The log goes on behind this page. */
  readonly more: boolean;
}

export type EventsGone = { readonly code: 'events-gone' };

/** The log behind `after`, as the actor may see it: up to where the actor's own rights change, if they do. */
export async function readLog(
  parts: Parts,
  actor: Actor,
  { after, limit }: { readonly after: Seq; readonly limit: number },
): Promise<Result<LogPage, Forbidden | EventsGone>> {
  const forbidden = gateOf(actor, 'read');
  if (forbidden) return forbidden;
  const found = await parts.storage.listEvents(actor.workspace, { after, limit });
  if (found.length === 0) {
    // From a log that was longer, before it was restored from a copy.
    const isGone = after > (await parts.storage.position(actor.workspace));
    return isGone ? refuse({ code: 'events-gone' }) : ok({ frames: [], position: after, more: false });
  }
  const end = found.findIndex((event) => changesRights(event, actor));
  const events = end < 0 ? found : found.slice(0, end + 1);
  const position = events.at(-1)?.seq ?? after;
  const frames = await framesOf(parts, actor, events);
  const more = found.length === limit || events.length < found.length;
  if (end >= 0) return ok({ frames, position, more });
  // Counters first, in the place of what was read before: who breaks off in between gets them once more.
  const cells = await cellFrames(parts, actor, after, events);
  return ok({ frames: [...cells, ...frames], position, more });
}

/** Whether it changes what this very reader may see: nothing later, nor a counter, is viewed with the old rights. */
function changesRights(event: LogEvent, actor: Actor): boolean {
  return event.type === 'access-changed' && view(event, actor, undefined) === 'full';
}

/** The counters that changed behind `after`, whatever the reader saw of the events. */
async function cellFrames(
  parts: Parts,
  actor: Actor,
  after: Seq,
  events: readonly LogEvent[],
): Promise<readonly Frame[]> {
  if (actor.kind === 'visitor') return [];
  const counted = await parts.storage.readCells(actor.workspace);
  const there = new Set(counted.map(({ cell }) => cellKey(cell)));
  const empty = touched(actor, events).filter(({ cell }) => !there.has(cellKey(cell)));
  const cells = cellsFor(actor, [...counted.filter((cell) => cell.seq > after), ...empty]);
  return cells.length > 0 ? [{ kind: 'cells', seq: after, cells }] : [];
}

const tabs = ['open', 'snoozed', 'closed', 'spam'] as const;

/** Every counter that the events may have moved, as if it were zero: storage lists none that is. */
function touched(actor: Actor, events: readonly LogEvent[]): readonly CellValue[] {
  const values = new Map<string, CellValue>();
  for (const { seq, audience } of events.filter(isConversationEvent)) {
    for (const side of [audience.before, audience.after]) {
      if (!side) continue;
      const { team, teammate } = side;
      for (const tab of tabs) {
        for (const sharedWith of [null, meOf(actor)]) {
          const cell = { sharedWith, team, teammate, tab };
          values.set(cellKey(cell), { cell, value: 0, seq });
        }
      }
    }
  }
  return [...values.values()];
}
