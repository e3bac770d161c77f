import type { TeamId, TeammateId } from '../shared/id.ts';
import type { Conversation } from './conversation.ts';

/** Where a conversation is counted. Spam has no further tabs; a merged conversation is counted nowhere. */
export type Tab = 'open' | 'snoozed' | 'closed' | 'spam';

/** One counter: how many conversations stand alike. With `sharedWith`, only those shared with that teammate. */
export interface Cell {
  readonly sharedWith: TeammateId | null;
  readonly team: TeamId | null;
  readonly teammate: TeammateId | null;
  readonly tab: Tab;
}

export interface CellDelta {
  readonly cell: Cell;
  readonly by: number;
}

/** A counter as it stands; of two, the one with the newer `seq` is right. */
export interface CellValue {
  readonly cell: Cell;
  readonly value: number;
  readonly seq: number;
}

export function tabOf(conversation: Conversation): Tab | undefined {
  if (conversation.mergedInto) return undefined;
  return conversation.spam ? 'spam' : conversation.state.status;
}

/** The counters that count this conversation: one, and one more for each teammate that it is shared with. */
export function cellsOf(conversation: Conversation): readonly Cell[] {
  const tab = tabOf(conversation);
  if (!tab) return [];
  const { team, teammate } = conversation.assignee;
  return [null, ...conversation.sharedWith.map((share) => share.teammate)].map((sharedWith) => ({
    sharedWith,
    team,
    teammate,
    tab,
  }));
}

/** What a change of one conversation does to the counters; `before` is absent for a new one. */
export function cellDelta(before: Conversation | undefined, after: Conversation): readonly CellDelta[] {
  const deltas = new Map<string, CellDelta>();
  const count = (conversation: Conversation, by: number) => {
    for (const cell of cellsOf(conversation)) {
      const key = cellKey(cell);
      deltas.set(key, { cell, by: (deltas.get(key)?.by ?? 0) + by });
    }
  };
  if (before) count(before, -1);
  count(after, 1);
  return [...deltas.values()].filter((delta) => delta.by !== 0);
}

/** A text that is the same for equal cells only. */
export function cellKey(cell: Cell): string {
  return [cell.sharedWith, cell.team, cell.teammate, cell.tab].map((part) => part ?? '-').join('/');
}

/** The cell behind `cellKey`. */
export function parseCellKey(key: string): Cell {
  const [sharedWith, team, teammate, tab] = key.split('/').map((part) => (part === '-' ? null : part));
  return { sharedWith, team, teammate, tab } as Cell;
}
