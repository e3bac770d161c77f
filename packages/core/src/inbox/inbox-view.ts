import type { ConversationView, EntryView } from '../api/views.ts';
import { type CellValue, cellDelta, cellKey, tabOf } from '../conversation/cells.ts';
import type { ConversationStatus } from '../conversation/conversation.ts';
import { type Folder, isInFolder } from '../conversation/folder.ts';
import type { ConversationId, TeammateId } from '../shared/id.ts';
import type { InboxState } from './inbox-state.ts';
import { anticipate, type Pending, pendingEntry } from './pending.ts';

/** A folder's tab; the folder `spam` has no tabs. */
export interface ListKey {
  readonly folder: Folder;
  readonly status?: ConversationStatus;
}

export interface ConversationList {
  readonly items: readonly ConversationView[];
  /** There is more to load. */
  readonly more: boolean;
  readonly loaded: boolean;
}

export interface Timeline {
  /** Oldest first, what is on its way last. */
  readonly entries: readonly EntryView[];
  readonly more: boolean;
  readonly loaded: boolean;
}

/** How far a list is loaded: rows whose last message is older than `seq` are not. */
export interface Horizon {
  readonly seq: number;
  readonly cursor?: string;
}

/** What the desk holds, and what was done here on top. */
export interface Picture {
  readonly state: InboxState;
  readonly pending: readonly Pending[];
}

export function conversationIn({ state, pending }: Picture, id: ConversationId): ConversationView | undefined {
  const row = state.conversations.get(id);
  const own = pending.filter((one) => one.conversation === id);
  return row && own.length > 0 ? anticipate(row, own) : row;
}

/** Newest first, as the desk would list it. */
export function listIn(
  picture: Picture,
  { folder, status }: ListKey,
  horizon: Horizon | undefined,
  me: TeammateId | null,
): ConversationList {
  const tab = folder.kind === 'spam' ? 'spam' : status;
  const items = [...picture.state.conversations.keys()]
    .flatMap((id) => conversationIn(picture, id) ?? [])
    .filter((row) => isInFolder(row, folder, me) && (!tab || tabOf(row) === tab))
    .filter((row) => row.last.seq >= (horizon?.seq ?? 0))
    .sort((one, other) => other.last.seq - one.last.seq);
  return { items, more: horizon?.cursor !== undefined, loaded: horizon !== undefined };
}

export function timelineIn({ state, pending }: Picture, id: ConversationId): Timeline {
  const known = state.timelines.get(id);
  const entries = known?.entries ?? [];
  const there = new Set(entries.map((entry) => entry.message?.id));
  const coming = pending.flatMap((one) => (one.conversation === id ? (pendingEntry(one) ?? []) : []));
  return {
    entries: [...entries, ...coming.filter((entry) => !there.has(entry.message?.id))],
    more: known?.cursor !== undefined,
    loaded: known !== undefined,
  };
}

export function cellsIn(picture: Picture): readonly CellValue[] {
  const values = new Map(picture.state.cells);
  for (const id of new Set(picture.pending.map((one) => one.conversation))) {
    const before = picture.state.conversations.get(id);
    const after = conversationIn(picture, id);
    if (!before || !after) continue;
    for (const { cell, by } of cellDelta(before, after)) {
      const key = cellKey(cell);
      values.set(key, { cell, seq: values.get(key)?.seq ?? 0, value: (values.get(key)?.value ?? 0) + by });
    }
  }
  return [...values.values()];
}
