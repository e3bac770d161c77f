import { scope } from '../access/scope.ts';
import type { Contract } from '../api/contract.ts';
import type { FrameView } from '../api/events.ts';
import type { GivenBy } from '../api/operation.ts';
import type { ConversationView, EntryView } from '../api/views.ts';
import { type CellValue, cellDelta, cellKey, tabOf } from '../conversation/cells.ts';
import type { ConversationCommand } from '../conversation/command.ts';
import type { ConversationStatus } from '../conversation/conversation.ts';
import { countFolder, type Folder, type FolderCounts, folderKey, isInFolder } from '../conversation/folder.ts';
import type { Message } from '../message/message.ts';
import type { TeammateActor } from '../people/actor.ts';
import type { ConversationId, TeammateId } from '../shared/id.ts';
import type { ApiClient } from './api-client.ts';
import { type Connection, follow } from './follow.ts';
import {
  applyFrame,
  emptyInboxState,
  type InboxState,
  putCells,
  putConversations,
  putTimeline,
} from './inbox-state.ts';
import { anticipate, type Pending, pendingEntry } from './pending.ts';

export type TeammateView = GivenBy<Contract['listTeammates']>['items'][number];
export type TeamView = GivenBy<Contract['listTeams']>['items'][number];

/** Who is there: loaded at the beginning, and again when the log says that it changed. */
export interface People {
  readonly me: TeammateActor;
  readonly workspace: { readonly name: string };
  readonly teammates: readonly TeammateView[];
  readonly teams: readonly TeamView[];
}

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

/**
 * The inbox of one teammate: rows that follow the log, and what was done here as if it had happened already.
 * Reads are synchronous and stable between changes, for `useSyncExternalStore` and its like.
 */
export interface InboxStore {
  subscribe(listener: () => void): () => void;
  /** Rises with every change. */
  readonly revision: () => number;
  readonly people: () => People | undefined;
  readonly connection: () => Connection;
  folders(): readonly { readonly folder: Folder; readonly counts: FolderCounts }[];
  list(key: ListKey): ConversationList;
  conversation(id: ConversationId): ConversationView | undefined;
  timeline(id: ConversationId): Timeline;
  /** Loads people, folders and the stream; resolves when the first picture is there. */
  start(): Promise<void>;
  loadList(key: ListKey): Promise<void>;
  loadConversation(id: ConversationId): Promise<void>;
  loadOlder(id: ConversationId): Promise<void>;
  /** Shows a command as done, and takes it back when `send` is refused. Rejects with what `send` rejected with. */
  perform(
    conversation: ConversationId,
    command: ConversationCommand,
    send: () => Promise<{ readonly conversation: ConversationView | null }>,
    message?: Message,
  ): Promise<void>;
  stop(): void;
}

interface Horizon {
  /** Rows with an older last message are not loaded yet. */
  readonly seq: number;
  readonly cursor?: string;
}

export function createInboxStore({
  client,
  now,
}: {
  readonly client: ApiClient;
  readonly now: () => Pending['at'];
}): InboxStore {
  const listeners = new Set<() => void>();
  const horizons = new Map<string, Horizon>();
  let state: InboxState = emptyInboxState;
  let pending: readonly Pending[] = [];
  let people: People | undefined;
  let connection: Connection = 'connecting';
  let folders: readonly Folder[] = [];
  let revision = 0;
  let cache = new Map<string, unknown>();
  let stopFollowing = () => {};
  let nextPending = 0;

  function changed(): void {
    revision += 1;
    cache = new Map();
    for (const listener of listeners) listener();
  }

  function cached<Value>(key: string, make: () => Value): Value {
    if (!cache.has(key)) cache.set(key, make());
    return cache.get(key) as Value;
  }

  const update = (next: InboxState) => {
    if (next === state) return;
    state = next;
    changed();
  };

  async function loadPeople(): Promise<void> {
    const [me, teammates, teams] = await Promise.all([client.getMe(), client.listTeammates(), client.listTeams()]);
    if (me.kind !== 'teammate') throw new Error('An inbox needs the token of a teammate');
    const actor: TeammateActor = {
      kind: 'teammate',
      workspace: me.workspace.id,
      id: me.id as TeammateId,
      role: me.role ?? 'member',
      teams: me.teams,
      isolation: me.isolation,
    };
    people = { me: actor, workspace: me.workspace, teammates: teammates.items, teams: teams.items };
  }

  async function loadFolders(): Promise<string> {
    const { value, position } = await client.readAt('listFolders');
    folders = value.items.flatMap(({ key }) => parseKey(key));
    state = putCells(state, value.cells);
    return position;
  }

  async function start(): Promise<void> {
    stopFollowing();
    state = emptyInboxState;
    horizons.clear();
    const [, after] = await Promise.all([loadPeople(), loadFolders()]);
    changed();
    stopFollowing = follow({ client, stream: 'streamEvents', after, onData: hear, onConnection: connect });
  }

  function connect(next: Connection): void {
    connection = next;
    changed();
    // Access changed, or the log no longer reaches back: drop everything and load again.
    if (next === 'ended') void start().catch(() => {});
  }

  function hear(frame: FrameView): void {
    if (frame.kind !== 'workspace') {
      update(applyFrame(state, frame));
      pending = pending.filter((one) => !one.answered || !isInTimeline(one));
    } else if (!frame.event.type.startsWith('contact-')) {
      void refresh().catch(() => {});
    }
  }

  function isInTimeline({ conversation, message }: Pending): boolean {
    const timeline = state.timelines.get(conversation);
    return !timeline || timeline.entries.some((entry) => entry.message?.id === message?.id);
  }

  async function refresh(): Promise<void> {
    await Promise.all([loadPeople(), loadFolders()]);
    changed();
  }

  function effective(id: ConversationId): ConversationView | undefined {
    const row = state.conversations.get(id);
    const own = pending.filter((one) => one.conversation === id);
    return row && own.length > 0 ? anticipate(row, own) : row;
  }

  /** Counters as the desk knows them, and what is on its way on top. */
  function cells(): readonly CellValue[] {
    const values = new Map(state.cells);
    for (const id of new Set(pending.map((one) => one.conversation))) {
      const before = state.conversations.get(id);
      const after = effective(id);
      if (!before || !after) continue;
      for (const { cell, by } of cellDelta(before, after)) {
        const key = cellKey(cell);
        values.set(key, { cell, seq: values.get(key)?.seq ?? 0, value: (values.get(key)?.value ?? 0) + by });
      }
    }
    return [...values.values()];
  }

  function list(key: ListKey): ConversationList {
    const horizon = horizons.get(listKey(key));
    const tab = key.folder.kind === 'spam' ? 'spam' : key.status;
    const items = [...state.conversations.keys()]
      .flatMap((id) => effective(id) ?? [])
      .filter((row) => isInFolder(row, key.folder, people?.me.id ?? null) && (!tab || tabOf(row) === tab))
      .filter((row) => row.last.seq >= (horizon?.seq ?? 0))
      .sort((one, other) => other.last.seq - one.last.seq);
    return { items, more: horizon?.cursor !== undefined, loaded: horizon !== undefined };
  }

  function timeline(id: ConversationId): Timeline {
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

  async function loadTimeline(id: ConversationId, cursor?: string): Promise<void> {
    const page = await client.readTimeline({ conversation: id, limit: 100, ...(cursor ? { cursor } : {}) });
    const next = page.nextCursor === undefined ? {} : { cursor: page.nextCursor };
    update(putTimeline(state, id, { entries: page.items.toReversed(), ...next }));
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    revision: () => revision,
    people: () => people,
    connection: () => connection,
    folders: () =>
      cached('folders', () => {
        if (!people) return [];
        const { me } = people;
        const values = cells();
        return folders.map((folder) => ({ folder, counts: countFolder(values, folder, scope(me), me.id) }));
      }),
    list: (key) => cached(`list ${listKey(key)}`, () => list(key)),
    conversation: (id) => cached(`row ${id}`, () => effective(id)),
    timeline: (id) => cached(`timeline ${id}`, () => timeline(id)),
    start,
    async loadList(key) {
      const cursor = horizons.get(listKey(key))?.cursor;
      const { status } = key;
      const ask = {
        folder: folderKey(key.folder),
        limit: 50,
        ...(status ? { status } : {}),
        ...(cursor ? { cursor } : {}),
      };
      const page = await client.listConversations(ask);
      const next = page.nextCursor;
      horizons.set(
        listKey(key),
        next === undefined ? { seq: 0 } : { seq: page.items.at(-1)?.last.seq ?? 0, cursor: next },
      );
      state = putConversations(state, page.items);
      changed();
    },
    async loadConversation(id) {
      if (state.timelines.has(id)) return;
      const [row] = await Promise.all([client.getConversation({ conversation: id }), loadTimeline(id)]);
      update(putConversations(state, [row]));
    },
    async loadOlder(id) {
      const cursor = state.timelines.get(id)?.cursor;
      if (cursor) await loadTimeline(id, cursor);
    },
    async perform(conversation, command, send, message) {
      const one: Pending = { id: nextPending++, conversation, command, at: now(), ...(message ? { message } : {}) };
      pending = [...pending, one];
      changed();
      try {
        const answer = await send();
        if (answer.conversation) state = putConversations(state, [answer.conversation]);
        // The words stay at the end of the timeline until the stream brings their entry.
        if (!isInTimeline(one)) pending = [...pending, { ...one, answered: true }];
      } finally {
        pending = pending.filter((other) => other !== one);
        changed();
      }
    },
    stop: () => stopFollowing(),
  };
}

function listKey({ folder, status }: ListKey): string {
  return `${folderKey(folder)} ${status ?? ''}`;
}

function parseKey(key: string): readonly Folder[] {
  const [kind, id] = key.split(':', 2);
  if (kind === 'team') return [{ kind, team: id as never }];
  if (kind === 'teammate') return [{ kind, teammate: id as never }];
  return [{ kind: kind as 'all' }];
}
