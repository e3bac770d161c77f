import { scope } from '../access/scope.ts';
import type { FrameView } from '../api/events.ts';
import type { ConversationView } from '../api/views.ts';
import type { ApiClient } from '../client/api-client.ts';
import { type Connection, follow, pause, retryPause } from '../client/follow.ts';
import type { ConversationCommand } from '../conversation/command.ts';
import { countFolder, type Folder, type FolderCounts, folderKey } from '../conversation/folder.ts';
import type { Message } from '../message/message.ts';
import type { ConversationId } from '../shared/id.ts';
import {
  applyFrame,
  emptyInboxState,
  type InboxState,
  putCells,
  putConversations,
  putTimeline,
} from './inbox-state.ts';
import {
  type ConversationList,
  cellsIn,
  conversationIn,
  type Horizon,
  type ListKey,
  listIn,
  type Timeline,
  timelineIn,
} from './inbox-view.ts';
import { loadPeople, type People } from './load-people.ts';
import type { Pending } from './pending.ts';

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
  let reading = 0;
  let heardMeanwhile: FrameView[] = [];
  const stopping = new AbortController();

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
    const [loaded, after] = await Promise.all([loadPeople(client), loadFolders()]);
    people = loaded;
    changed();
    stopFollowing = follow({ client, stream: 'streamEvents', after, onData: hear, onConnection: connect });
  }

  function connect(next: Connection): void {
    connection = next;
    changed();
    // Access changed, or the log no longer reaches back: drop everything and load again.
    if (next === 'ended') void restart();
  }

  async function restart(): Promise<void> {
    for (let failures = 1; !stopping.signal.aborted; failures++) {
      try {
        return await start();
      } catch {
        await pause(retryPause(failures), stopping.signal);
      }
    }
  }

  function hear(frame: FrameView): void {
    if (reading > 0) heardMeanwhile.push(frame);
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
    [people] = await Promise.all([loadPeople(client), loadFolders()]);
    changed();
  }

  /** Puts what was read. What was heard meanwhile may be newer than that, and is put once more behind it. */
  async function read<Value>(asked: Promise<Value>, put: (value: Value) => void): Promise<void> {
    reading += 1;
    try {
      put(await asked);
      update(heardMeanwhile.reduce(applyFrame, state));
    } finally {
      reading -= 1;
      if (reading === 0) heardMeanwhile = [];
    }
  }

  function loadTimeline(id: ConversationId, cursor?: string): Promise<void> {
    return read(client.readTimeline({ conversation: id, limit: 100, ...(cursor ? { cursor } : {}) }), (page) => {
      const next = page.nextCursor === undefined ? {} : { cursor: page.nextCursor };
      update(putTimeline(state, id, { entries: page.items.toReversed(), ...next }));
    });
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
        const values = cellsIn({ state, pending });
        return folders.map((folder) => ({ folder, counts: countFolder(values, folder, scope(me), me.id) }));
      }),
    list: (key) =>
      cached(`list ${listKey(key)}`, () =>
        listIn({ state, pending }, key, horizons.get(listKey(key)), people?.me.id ?? null),
      ),
    conversation: (id) => cached(`row ${id}`, () => conversationIn({ state, pending }, id)),
    timeline: (id) => cached(`timeline ${id}`, () => timelineIn({ state, pending }, id)),
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
      await read(client.listConversations(ask), (page) => {
        const next = page.nextCursor;
        const horizon = next === undefined ? { seq: 0 } : { seq: page.items.at(-1)?.last.seq ?? 0, cursor: next };
        horizons.set(listKey(key), horizon);
        state = putConversations(state, page.items);
        changed();
      });
    },
    async loadConversation(id) {
      if (state.timelines.has(id)) return;
      const row = client.getConversation({ conversation: id });
      await Promise.all([read(row, (given) => update(putConversations(state, [given]))), loadTimeline(id)]);
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
    stop() {
      stopping.abort();
      stopFollowing();
    },
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
