import {
  type Change,
  type Claim,
  type Conversation,
  cellKey,
  facetsOf,
  type IndexedMessage,
  type ListPlace,
  type Row,
  tabOf,
} from '@deskkit/core';
import { searchTokens } from '../search-token.ts';
import { lexemePrefix } from './lexeme.ts';
import { storedKey } from './stored-key.ts';

/** A change as `deskkit_commit` takes it: JSON, absent lists for empty ones, each row's own data as a text within. */
export function encodeChange(change: Change): string {
  const puts = newest(change.put, (row) => `${row.kind}/${row.row.id}`);
  const conversations = puts.flatMap((put) => (put.kind === 'conversation' ? [put.row] : []));
  return JSON.stringify({
    workspace: change.workspace,
    grows: change.events.length,
    expect: some(change.expect, ({ kind, id, version }, at) => ({
      at,
      kind,
      id,
      version: version === 'absent' ? null : version,
    })),
    settle: some(change.settle, ({ id, token }, at) => ({ at, id, token })),
    release: some(change.release, (claim) => encodeKey(claim, change)),
    claim: some(change.claim, (claim, at) => ({ ...encodeKey(claim, change), at, kind: claim.kind, id: claim.id })),
    rows: some(
      puts.filter((put) => put.kind !== 'conversation'),
      encodeRow,
    ),
    conversations: some(conversations, encodeConversation),
    faceted: some(
      conversations.flatMap((row) => encodeFacets(row).map((facet) => ({ conversation: row.id, facet }))),
      (one) => one,
    ),
    remove: some(change.remove, ({ kind, id }) => ({ kind, id })),
    // The `index`-th event has the pending seq `-1 - index`.
    events: some(change.events, (event) => ({
      nth: -event.seq,
      conversation: event.conversation,
      data: JSON.stringify(event),
    })),
    cells: some([...sumCells(change)], ([cell, by]) => ({ cell, by })),
    delist: some(change.delist, encodePlace),
    enlist: some(newest(change.enlist, placeKey), encodePlace),
    unindex: some(change.unindex, (message) => message),
    index: some(
      newest(change.index, ({ message }) => message),
      encodeIndexed,
    ),
    lexemes: change.index.length > 0 ? lexemePrefix(change.workspace) : undefined,
    reindex: some(change.reindex, (move) => move),
    cancel: some(change.cancel, (id) => id),
    schedule: some(
      newest(change.schedule, (work) => work.id),
      ({ id, kind, dueAt, subject, attempts }) => ({
        id,
        kind,
        due_at: dueAt,
        subject_kind: subject.kind,
        subject_id: subject.id,
        attempts,
      }),
    ),
  });
}

/** How much each counter moves. */
export function sumCells({ cells }: Change): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { cell, by } of cells) sums.set(cellKey(cell), (sums.get(cellKey(cell)) ?? 0) + by);
  return sums;
}

function some<Item, Encoded>(items: readonly Item[], encode: (item: Item, at: number) => Encoded) {
  return items.length === 0 ? undefined : items.map(encode);
}

/** Of those that are alike the last one, since Postgres writes no row twice in a statement. */
function newest<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return items.length < 2 ? items : [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** Keys of a workspace lie under its id; `everywhere` is no id. */
function encodeKey({ within, key }: Pick<Claim, 'within' | 'key'>, { workspace }: Change) {
  return { scope: within === 'workspace' ? workspace : '', key: storedKey(key) };
}

function encodePlace({ list, kind, id, seq }: ListPlace) {
  return { list: storedKey(list), kind, id, seq };
}

function encodeIndexed({ message, conversation, seq, words }: IndexedMessage) {
  return { message, conversation, seq, words: searchTokens(words) };
}

function placeKey({ list, kind, id }: ListPlace): string {
  return JSON.stringify([list, kind, id]);
}

function encodeRow({ kind, row }: Row) {
  return { kind, id: row.id, version: row.version, data: JSON.stringify(row) };
}

function encodeConversation(row: Conversation) {
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    tab: tabOf(row) ?? '',
    team: row.assignee.team ?? '',
    teammate: row.assignee.teammate ?? '',
    contact: row.contact,
    channel: storedKey(row.channel),
    last_seq: row.last.seq,
    waiting_seq: row.waiting?.seq,
    facets: encodeFacets(row),
    data: JSON.stringify(row),
  };
}

function encodeFacets(row: Conversation): readonly string[] {
  return facetsOf(row).map(storedKey);
}
