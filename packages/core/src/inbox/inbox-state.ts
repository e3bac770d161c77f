import type { FrameView } from '../api/events.ts';
import type { ConversationView, EntryView } from '../api/views.ts';
import { type CellValue, cellKey } from '../conversation/cells.ts';
import type { ConversationId } from '../shared/id.ts';

/** What an inbox holds of the desk: rows by id, each as new as the newest frame about it. */
export interface InboxState {
  readonly conversations: ReadonlyMap<ConversationId, ConversationView>;
  readonly timelines: ReadonlyMap<ConversationId, TimelineState>;
  readonly cells: ReadonlyMap<string, CellValue>;
}

/** Oldest first; `cursor` leads to what is before, and is absent when that is all. */
export interface TimelineState {
  readonly entries: readonly EntryView[];
  readonly cursor?: string;
}

export const emptyInboxState: InboxState = { conversations: new Map(), timelines: new Map(), cells: new Map() };

/** The state after a frame. Old news change nothing, so frames may come twice or late. */
export function applyFrame(state: InboxState, frame: FrameView): InboxState {
  switch (frame.kind) {
    case 'happened':
      return addEntry(putConversations(state, [frame.conversation]), frame.entry);
    case 'appear':
      return putConversations(state, [frame.conversation]);
    case 'forget':
      return forget(state, frame.conversation);
    case 'cells':
      return putCells(state, frame.cells);
    default:
      return state;
  }
}

export function putConversations(state: InboxState, rows: readonly ConversationView[]): InboxState {
  const newer = rows.filter((row) => (state.conversations.get(row.id)?.version ?? -1) < row.version);
  if (newer.length === 0) return state;
  const conversations = new Map(state.conversations);
  for (const row of newer) conversations.set(row.id, row);
  return { ...state, conversations };
}

export function putCells(state: InboxState, values: readonly CellValue[]): InboxState {
  const newer = values.filter((value) => (state.cells.get(cellKey(value.cell))?.seq ?? -1) <= value.seq);
  if (newer.length === 0) return state;
  const cells = new Map(state.cells);
  for (const value of newer) cells.set(cellKey(value.cell), value);
  return { ...state, cells };
}

/** Puts a page of older entries before those that are there. */
export function putTimeline(state: InboxState, id: ConversationId, page: TimelineState): InboxState {
  const known = state.timelines.get(id)?.entries ?? [];
  const first = known[0]?.event.version ?? Number.POSITIVE_INFINITY;
  const older = page.entries.filter((entry) => entry.event.version < first);
  const timelines = new Map(state.timelines);
  const cursor = page.cursor === undefined ? {} : { cursor: page.cursor };
  timelines.set(id, { entries: [...older, ...known], ...cursor });
  return { ...state, timelines };
}

/** A conversation that is not loaded has no timeline to add to: it is read when somebody opens it. */
function addEntry(state: InboxState, entry: EntryView): InboxState {
  const id = entry.event.conversation;
  const timeline = state.timelines.get(id);
  if (!timeline || (timeline.entries.at(-1)?.event.version ?? 0) >= entry.event.version) return state;
  const timelines = new Map(state.timelines);
  const entries = [...timeline.entries.map((one) => withDelivery(one, entry)), entry];
  timelines.set(id, { ...timeline, entries });
  return { ...state, timelines };
}

/** The delivery of a message stands beside the message, however long ago that was written. */
function withDelivery(one: EntryView, news: EntryView): EntryView {
  const isAbout = news.event.type === 'delivery-changed' && one.message?.id === news.event.message;
  return isAbout ? { ...one, delivery: news.delivery } : one;
}

function forget(state: InboxState, id: ConversationId): InboxState {
  const conversations = new Map(state.conversations);
  const timelines = new Map(state.timelines);
  conversations.delete(id);
  timelines.delete(id);
  return { ...state, conversations, timelines };
}
