import { type View, view } from '../access/view.ts';
import { type CellValue, cellKey } from '../conversation/cells.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Frame } from '../log/frame.ts';
import { isConversationEvent, type LogEvent } from '../log/log-event.ts';
import type { Actor } from '../people/actor.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Seq } from '../shared/seq.ts';
import { type Forbidden, gateOf } from './gate.ts';
import { joinRows } from './join-rows.ts';
import type { Parts } from './parts.ts';
import { cellsFor, meOf } from './read-conversations.ts';

export interface LogPage {
  readonly frames: readonly Frame[];
  /** What was looked at, also where it was nothing for this reader. */
  readonly position: Seq;
  /** The log goes on behind this page. */
  readonly more: boolean;
}

/** The log behind `after`, as the actor may see it. */
export async function readLog(
  parts: Parts,
  actor: Actor,
  { after, limit }: { readonly after: Seq; readonly limit: number },
): Promise<Result<LogPage, Forbidden>> {
  const forbidden = gateOf(actor, 'read');
  if (forbidden) return forbidden;
  const events = await parts.storage.listEvents(actor.workspace, { after, limit });
  const position = events.at(-1)?.seq ?? after;
  if (events.length === 0) return ok({ frames: [], position, more: false });
  const frames = await framesOf(parts, actor, events);
  // Counters first, in the place of what was read before: who breaks off in between gets them once more.
  return ok({
    frames: [...(await cellFrames(parts, actor, after, events)), ...frames],
    position,
    more: events.length === limit,
  });
}

async function framesOf(parts: Parts, actor: Actor, events: readonly LogEvent[]): Promise<readonly Frame[]> {
  const ids = [...new Set(events.filter(isConversationEvent).map((event) => event.conversation))];
  const rows = await parts.storage.find(actor.workspace, 'conversation', ids);
  const conversations = new Map<string | null, Conversation | undefined>(rows.map((row) => [row?.id ?? null, row]));
  const viewed = events.map((event) => ({ event, as: view(event, actor, conversations.get(event.conversation)) }));
  const shown = viewed.filter(({ as }) => as === 'full' || as === 'visitor').map(({ event }) => event);
  const entries = new Map((await joinRows(parts, actor.workspace, shown)).map((entry) => [entry.event.seq, entry]));
  return viewed.flatMap(({ event, as }): readonly Frame[] => {
    const conversation = conversations.get(event.conversation);
    return frameOf(event, as, conversation, entries.get(event.seq));
  });
}

function frameOf(
  event: LogEvent,
  as: View,
  conversation: Conversation | undefined,
  entry: (Frame & { kind: 'happened' })['entry'] | undefined,
): readonly Frame[] {
  const { seq } = event;
  if (as === 'nothing') return [];
  if (!isConversationEvent(event)) {
    const { audience, ...rest } = event;
    return [{ kind: 'workspace', seq, event: rest }];
  }
  if (as === 'forget') return [{ kind: 'forget', seq, conversation: event.conversation }];
  if (!conversation) return [];
  if (as === 'appear') return [{ kind: 'appear', seq, conversation }];
  return entry ? [{ kind: 'happened', seq, entry, conversation }] : [];
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
