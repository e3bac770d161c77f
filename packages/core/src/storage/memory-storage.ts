import { inScope } from '../access/scope.ts';
import { type CellValue, cellKey, tabOf } from '../conversation/cells.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { isInFolder } from '../conversation/folder.ts';
import type { Directory, LeasedWork } from '../directory/directory.ts';
import type { LogEvent } from '../log/log-event.ts';
import { matches } from '../search/search-words.ts';
import type { ConversationId, WorkspaceId } from '../shared/id.ts';
import { type Clock, plus, systemClock } from '../shared/instant.ts';
import { resolveSeq } from '../shared/seq.ts';
import { hostWorkspace } from '../workspace/host-workspace.ts';
import type { Change, Claim, Committed, IndexedMessage, ListPlace, Work } from './change.ts';
import { type ConversationQuery, sortKey } from './conversation-query.ts';
import { resolveRow } from './resolve-row.ts';
import type { Row, RowRef } from './row.ts';
import type { Storage } from './storage.ts';
import { StorageError } from './storage-error.ts';

interface Kept {
  readonly rows: Map<string, Row>;
  readonly claims: Map<string, RowRef>;
  readonly events: LogEvent[];
  readonly cells: Map<string, CellValue>;
  readonly places: Map<string, ListPlace>;
  readonly indexed: Map<string, IndexedMessage>;
  readonly work: Map<string, Work & { readonly token: number; readonly leasedUntil: string }>;
}

/** Everything in memory, gone with the process: for tests, demos and as the plainest example of the ports. */
export function openMemoryStorage(options: { readonly clock?: Clock } = {}): {
  readonly storage: Storage;
  readonly directory: Directory;
} {
  const clock = options.clock ?? systemClock;
  const workspaces = new Map<WorkspaceId, Kept>();
  const everywhere = new Map<string, RowRef & { workspace: WorkspaceId }>();
  let tokens = 0;

  const keptOf = (workspace: WorkspaceId): Kept => {
    const kept = workspaces.get(workspace) ?? emptyKept();
    workspaces.set(workspace, kept);
    return kept;
  };

  function check(change: Change, kept: Kept): void {
    for (const expected of change.expect) {
      const version = kept.rows.get(rowKey(expected))?.row.version ?? 'absent';
      if (version !== expected.version) throw new StorageError({ code: 'version-conflict', expected });
    }
    for (const { id, token } of change.settle) {
      if (token === notLeased || kept.work.get(id)?.token !== token)
        throw new StorageError({ code: 'lease-lost', work: id });
    }
    const released = new Set(change.release.map(claimKey));
    const claimed = new Map<string, RowRef>();
    for (const claim of change.claim) {
      const key = claimKey(claim);
      const stored = claim.within === 'workspace' ? kept.claims.get(claim.key) : everywhere.get(claim.key);
      const isReleased = released.has(key) && isOwn(stored, change.workspace);
      const by = claimed.get(key) ?? (isReleased ? undefined : stored);
      if (by && (rowKey(by) !== rowKey(claim) || !isOwn(by, change.workspace)))
        throw new StorageError({ code: 'key-taken', key: claim.key, by: { kind: by.kind, id: by.id } });
      claimed.set(key, claim);
    }
  }

  function apply(change: Change, kept: Kept): Committed {
    const before = kept.events.length;
    for (const row of change.put) kept.rows.set(rowKey({ kind: row.kind, id: row.row.id }), resolveRow(row, before));
    for (const ref of change.remove) kept.rows.delete(rowKey(ref));
    for (const event of change.events) kept.events.push({ ...event, seq: resolveSeq(event.seq, before) });
    for (const { within, key } of change.release) {
      if (within === 'workspace') kept.claims.delete(key);
      else if (isOwn(everywhere.get(key), change.workspace)) everywhere.delete(key);
    }
    for (const { within, key, kind, id } of change.claim) {
      if (within === 'workspace') kept.claims.set(key, { kind, id });
      else everywhere.set(key, { kind, id, workspace: change.workspace });
    }
    for (const place of change.delist) kept.places.delete(placeKey(place));
    for (const place of change.enlist)
      kept.places.set(placeKey(place), { ...place, seq: resolveSeq(place.seq, before) });
    for (const id of change.unindex) kept.indexed.delete(id);
    for (const message of change.index)
      kept.indexed.set(message.message, { ...message, seq: resolveSeq(message.seq, before) });
    for (const { from, into } of change.reindex) {
      for (const [id, message] of kept.indexed)
        if (message.conversation === from) kept.indexed.set(id, { ...message, conversation: into });
    }
    for (const { id } of change.settle) kept.work.delete(id);
    for (const id of change.cancel) kept.work.delete(id);
    for (const work of change.schedule) kept.work.set(work.id, { ...work, token: notLeased, leasedUntil: '' });
    return { before, cells: change.cells.map(({ cell, by }) => count(kept, cell, by)) };
  }

  const storage: Storage = {
    async commit(given) {
      const change = clone(given);
      const kept = keptOf(change.workspace);
      check(change, kept);
      return clone(apply(change, kept));
    },
    async find(workspace, kind, ids) {
      const { rows } = keptOf(workspace);
      return ids.map((id) => clone(rows.get(rowKey({ kind, id }))?.row) as never);
    },
    async findByKey(workspace, key) {
      return clone(keptOf(workspace).claims.get(key));
    },
    async list(workspace, kind, { after, limit }) {
      const rows = [...keptOf(workspace).rows.values()].filter((row) => row.kind === kind).map((row) => row.row);
      return clone(
        rows
          .filter((row) => !after || row.id > after)
          .sort(byId)
          .slice(0, limit),
      ) as never;
    },
    async listConversations(workspace, query) {
      const rows = [...keptOf(workspace).rows.values()].flatMap((row) =>
        row.kind === 'conversation' ? [row.row] : [],
      );
      return clone(selectConversations(rows, query));
    },
    async readList(workspace, list, { before = Number.MAX_SAFE_INTEGER, limit }) {
      const found = [...keptOf(workspace).places.values()].filter((place) => place.list === list && place.seq < before);
      return clone(found.sort((one, other) => other.seq - one.seq).slice(0, limit));
    },

    async search(workspace, { scope, terms, before = Number.MAX_SAFE_INTEGER, limit }) {
      if (terms.length === 0) return [];
      const { rows, indexed } = keptOf(workspace);
      const isVisible = (id: ConversationId) => {
        const row = rows.get(rowKey({ kind: 'conversation', id }));
        return row?.kind === 'conversation' && inScope(scope, row.row);
      };
      return [...indexed.values()]
        .filter(({ seq, words, conversation }) => seq < before && matches(terms, words) && isVisible(conversation))
        .sort((one, other) => other.seq - one.seq)
        .slice(0, limit)
        .map(({ message, conversation, seq }) => ({ message, conversation, seq }));
    },

    async listEvents(workspace, { conversations, after = 0, before = Number.MAX_SAFE_INTEGER, order, limit }) {
      const found = keptOf(workspace).events.filter(
        (event) =>
          event.seq > after &&
          event.seq < before &&
          (!conversations || (event.conversation !== null && conversations.includes(event.conversation))),
      );
      return clone((order === 'newest' ? found.reverse() : found).slice(0, limit));
    },
    async readCells(workspace) {
      return clone([...keptOf(workspace).cells.values()].filter((cell) => cell.value !== 0));
    },
    async position(workspace) {
      return keptOf(workspace).events.length;
    },
    async remove(workspace) {
      workspaces.delete(workspace);
      for (const [key, holder] of everywhere) if (holder.workspace === workspace) everywhere.delete(key);
    },

    async close() {},
  };

  const directory: Directory = {
    async find(key) {
      return clone(everywhere.get(key));
    },
    async leaseWork({ kinds, limit, forMilliseconds }) {
      const now = clock.now();
      const due = [...workspaces].flatMap(([workspace, kept]) =>
        [...kept.work.values()]
          .filter((work) => kinds.includes(work.kind) && work.dueAt <= now && work.leasedUntil <= now)
          .map((work) => ({ workspace, kept, work })),
      );
      due.sort((one, other) => (one.work.dueAt < other.work.dueAt ? -1 : 1));
      return due.slice(0, limit).map(({ workspace, kept, work }): LeasedWork => {
        const leased = { ...work, token: ++tokens, leasedUntil: plus(now, forMilliseconds) };
        kept.work.set(work.id, leased);
        const { leasedUntil, ...rest } = leased;
        return { ...clone(rest), workspace };
      });
    },
    async listWorkspaces({ after, limit }) {
      const ids = [...workspaces]
        .filter(([id, kept]) => id !== hostWorkspace && kept.events.length + kept.rows.size > 0)
        .map(([id]) => id);
      return ids
        .sort()
        .filter((id) => !after || id > after)
        .slice(0, limit);
    },
  };

  return { storage, directory };
}

/** The token of work that nobody has leased. */
const notLeased = 0;

function emptyKept(): Kept {
  return {
    rows: new Map(),
    claims: new Map(),
    events: [],
    cells: new Map(),
    work: new Map(),
    places: new Map(),
    indexed: new Map(),
  };
}

function rowKey({ kind, id }: RowRef): string {
  return `${kind}/${id}`;
}

function placeKey({ list, kind, id }: ListPlace): string {
  return `${list}/${kind}/${id}`;
}

function claimKey({ within, key }: Pick<Claim, 'within' | 'key'>): string {
  return `${within}/${key}`;
}

/** Whether the holder of a key is in this workspace; those of keys within a workspace name none. */
function isOwn(holder: (RowRef & { workspace?: WorkspaceId }) | undefined, workspace: WorkspaceId): boolean {
  return holder?.workspace === undefined || holder.workspace === workspace;
}

/** Rows are JSON: a copy on every way in and out keeps callers from changing what is kept. */
function clone<Value>(value: Value): Value {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}

function count(kept: Kept, cell: CellValue['cell'], by: number): CellValue {
  const key = cellKey(cell);
  const counted = { cell, value: (kept.cells.get(key)?.value ?? 0) + by, seq: kept.events.length };
  kept.cells.set(key, counted);
  return counted;
}

function selectConversations(rows: readonly Conversation[], query: ConversationQuery): readonly Conversation[] {
  const { scope, folder, me, tab, channel, contact, tag, sort, after, limit } = query;
  const direction = sort === 'newest' ? -1 : 1;
  return rows
    .filter((row) => inScope(scope, row) && isInFolder(row, folder, me))
    .filter((row) => (!tab || tabOf(row) === tab) && (!channel || row.channel === channel))
    .filter((row) => (!contact || row.contact === contact) && (!tag || row.tags.includes(tag)))
    .filter((row) => after === undefined || (sortKey(row, sort) - after) * direction > 0)
    .sort((one, other) => (sortKey(one, sort) - sortKey(other, sort)) * direction)
    .slice(0, limit);
}
