import type { Conversation } from '../../conversation/conversation.ts';
import type { LogEvent } from '../../log/log-event.ts';
import type { Message } from '../../message/message.ts';
import type { Team } from '../../people/team.ts';
import type { WorkspaceId } from '../../shared/id.ts';
import { pendingSeq } from '../../shared/seq.ts';
import { type Change, type Committed, emptyChange } from '../../storage/change.ts';
import type { Row, RowKind } from '../../storage/row.ts';
import type { Storage } from '../../storage/storage.ts';
import { buildMessage, buildWorkspaceEvent } from '../builders.ts';

/** Two workspaces whose ids are alike: one is the beginning of the other. */
export const here = 'wsp_1' as WorkspaceId;
export const there = 'wsp_11' as WorkspaceId;

export function conversationRow(row: Conversation): Row {
  return { kind: 'conversation', row };
}

export function messageRow(row: Message): Row {
  return { kind: 'message', row };
}

export function teamRow(row: Team): Row {
  return { kind: 'team', row };
}

/** A message with this id and text; ids of stores are any text. */
export function messageOf(id: string, text = 'Hello', version = 1): Message {
  return buildMessage({ id: id as Message['id'], version, body: { format: 'text', text } });
}

/** As many events about nothing much, with pending seqs in order. */
export function someEvents(count: number, what = 'name'): LogEvent[] {
  return numbers(count).map((index) => buildWorkspaceEvent({ type: 'settings-changed', what }, pendingSeq(index)));
}

/** Commits a change of which only some parts are given. */
export function commit(storage: Storage, parts: Partial<Change>): Promise<Committed> {
  return storage.commit({ ...emptyChange(here), ...parts });
}

/** 0, 1, … below `count`. */
export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Every kind of row. */
export const rowKinds = Object.keys({
  workspace: 0,
  conversation: 0,
  message: 0,
  delivery: 0,
  attachment: 0,
  contact: 0,
  teammate: 0,
  team: 0,
  session: 0,
  'api-key': 0,
  'idempotent-answer': 0,
  'read-marker': 0,
  draft: 0,
  notification: 0,
  preferences: 0,
  tag: 0,
  'saved-reply': 0,
  'saved-view': 0,
  job: 0,
  rotation: 0,
  webhook: 0,
  suppression: 0,
} satisfies Record<RowKind, 0>) as RowKind[];

/** The list and the word of which `contentsOf` tells. */
export const [somePlaces, someWord] = ['drafts/tmt_1', 'hello'];

/** All that reads can show of a workspace, but for keys, work, and other places and words. */
export async function contentsOf(storage: Storage, workspace: WorkspaceId): Promise<unknown> {
  const rows = await Promise.all(rowKinds.map((kind) => storage.list(workspace, kind, { limit: 10_000 })));
  const cells = await storage.readCells(workspace);
  return {
    rows,
    conversations: await storage.listConversations(workspace, {
      scope: { kind: 'everything' },
      folder: { kind: 'all' },
      me: null,
      sort: 'oldest',
      limit: 10_000,
    }),
    events: await storage.listEvents(workspace, { limit: 10_000 }),
    cells: cells.map((cell) => JSON.stringify([cell.cell.tab, cell.cell.team, cell.value, cell.seq])).sort(),
    position: await storage.position(workspace),
    places: await storage.readList(workspace, somePlaces, { limit: 10_000 }),
    hits: await storage.search(workspace, {
      scope: { kind: 'everything' },
      terms: [{ word: someWord, prefix: true }],
      limit: 10_000,
    }),
  };
}
