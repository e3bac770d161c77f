import type { ConversationId, MessageId } from '@deskkit/core';
import { ApiError, isApiError } from '@deskkit/core/client';
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { type Attachment, textWith } from './attachment.ts';
import { createBook } from './book.ts';
import { createDrafts } from './drafts.ts';
import { groupMessages, type MessageGroup } from './group-messages.ts';
import type { Keep, Unsent } from './kept.ts';
import { createLive, type ModelClient } from './live.ts';
import type { NewId } from './new-id.ts';
import { createOutbox, type Outgoing } from './outbox.ts';
import type { AskedQuestions, Questions } from './questions.ts';
import type { After } from './retry.ts';
import { type Row, rowOf } from './row.ts';
import type { Session } from './session.ts';
import { home, type News, type Space } from './space.ts';
import { emptyThread, messageIds, type Thread } from './thread.ts';

/** All that the widget knows and does, without a page around it. */
export interface WidgetModel extends Questions {
  readonly isOpen: ReadonlySignal<boolean>;
  readonly space: ReadonlySignal<Space>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly unread: ReadonlySignal<number>;
  readonly isOffline: ReadonlySignal<boolean>;
  readonly news: ReadonlySignal<News | null>;
  /** The workspace's name, once the panel was opened. */
  readonly workspace: ReadonlySignal<string | null>;
  /** The open conversation. */
  readonly thread: ReadonlySignal<Thread>;
  readonly outgoing: ReadonlySignal<readonly Outgoing[]>;
  /** Both, as they are shown. */
  readonly groups: ReadonlySignal<readonly MessageGroup[]>;
  /** The desk knows the open conversation. */
  readonly isKnown: ReadonlySignal<boolean>;
  /** All of it is there. */
  readonly isWhole: ReadonlySignal<boolean>;
  /** What is written and not sent, of the open conversation. */
  readonly draft: ReadonlySignal<string>;
  /** What goes along with it. */
  readonly attachments: Signal<readonly Attachment[]>;
  readonly canSend: ReadonlySignal<boolean>;
  readonly hasSound: boolean;
  readonly isMuted: ReadonlySignal<boolean>;
  mute(muted: boolean): void;
  setOpen(open: boolean): void;
  /** Whether somebody may be looking: an open panel in a hidden tab has not been read. */
  setVisible(visible: boolean): void;
  goHome(): void;
  /** Shows a conversation that the first message will begin, with what was written for it, or with `text`. */
  startConversation(text?: string): void;
  openConversation(id: ConversationId): void;
  loadMessages(): void;
  loadOlder(): void;
  write(text: string): void;
  send(): void;
  sendAgain(id: MessageId): void;
  /** The network may be back: tries at once what waits. */
  wake(): void;
  stop(): void;
}

export interface WidgetModelOptions {
  readonly client: ModelClient;
  readonly session: Session;
  readonly keep: Keep;
  readonly questions: AskedQuestions;
  readonly hasSound: boolean;
  /** What the desk says about the workspace before there is a session. */
  readonly greet: () => Promise<{ readonly workspace: string }>;
  readonly newId: NewId;
  readonly now: () => string;
  readonly after: After;
}

export function createWidgetModel(options: WidgetModelOptions): WidgetModel {
  const { client, session, keep, questions, hasSound, newId, now, after } = options;
  const book = createBook();
  const outbox = createOutbox({ keep, after, deliver });
  const live = createLive({ client, book, after, onLoaded: () => outbox.wake(), onLost: startAfresh });
  const isOpen = signal(false);
  const isVisible = signal(true);
  const space = signal<Space>(home);
  const workspace = signal<string | null>(null);
  const news = signal<News | null>(null);
  const seen = signal(keep.read().seen);
  const isMuted = signal(keep.read().isMuted);
  const attachments = signal<readonly Attachment[]>([]);
  let isAfresh = false;
  let known = book.threads.peek();
  const drafts = createDrafts(
    keep,
    (id) => book.has(id) || outbox.outgoing.value.some(({ conversation }) => conversation === id),
  );

  const current = computed(() => (space.value.name === 'chat' ? space.value.conversation : null));
  const thread = computed(() => (current.value && book.threads.value.get(current.value)) || emptyThread);
  const outgoing = computed(() => outbox.outgoing.value.filter(({ conversation }) => conversation === current.value));
  const draft = computed(() => (current.value ? drafts.of(current.value) : ''));
  const rows = computed(() =>
    book.rows.value.map((row) => rowOf(row, book.threads.value.get(row.id) ?? emptyThread, seen.value[row.id])),
  );

  const endings = [
    // What is in front of somebody's eyes is read.
    effect(() => {
      const newest = thread.value.messages.at(-1);
      if (!newest || !isOpen.value || !isVisible.value || seen.peek()[newest.conversation] === newest.at) return;
      seen.value = { ...seen.peek(), [newest.conversation]: newest.at };
      keep.change((before) => ({ ...before, seen: { ...before.seen, [newest.conversation]: newest.at } }));
    }),
    // Pages and the stream bring one's own messages too; in the book they have their place.
    effect(() => outbox.confirm(messageIds(book.threads.value))),
    effect(() => {
      for (const [id, thread] of book.threads.value) {
        const before = known.get(id);
        const newest = thread.messages.at(-1);
        // A history that somebody opens is no news.
        const isNew = (before || !thread.loaded) && before?.messages.at(-1)?.id !== newest?.id;
        if (isNew && newest?.from === 'team') news.value = { kind: 'reply', message: newest };
      }
      known = book.threads.value;
    }),
    effect(() => {
      if (outbox.outgoing.value.at(-1)?.state === 'failed') news.value = { kind: 'not-sent' };
    }),
  ];

  async function deliver({ id, conversation, text: body }: Unsent): Promise<'sent' | 'moved'> {
    // Whether it begins a conversation is known when the visitor's own are.
    if (session.exists() && !(await live.start())) throw new ApiError(0, 'unreachable');
    await session.token({ renew: false });
    try {
      const { conversation: row } = book.has(conversation)
        ? await client.addWidgetMessage({ conversation, id, body })
        : await client.startWidgetConversation({ id: conversation, message: id, body });
      book.begin(row);
      isAfresh = false;
      questions.onSent();
      void live.start();
      return 'sent';
    } catch (error) {
      if (!isApiError(error)) throw error;
      // The session that held the conversation is gone, or the conversation is: the words begin a new one.
      if (error.status === 401 && !isAfresh) startAfresh();
      else if (error.status === 404 && book.has(conversation)) move(conversation);
      else throw error;
      return 'moved';
    }
  }

  function startAfresh(): void {
    isAfresh = true;
    const left = new Set(outbox.outgoing.peek().map(({ conversation }) => conversation));
    batch(() => {
      live.stop();
      book.clear();
      for (const conversation of left) move(conversation);
      const shown = current.peek();
      if (shown && !outbox.outgoing.peek().some((one) => one.conversation === shown)) space.value = home;
      seen.value = {};
    });
    keep.change((before) => ({ ...before, seen: {} }));
  }

  function move(from: ConversationId): void {
    const to = newId('conversation');
    outbox.move(from, to, () => newId('message'));
    if (current.peek() === from) space.value = { name: 'chat', conversation: to, trouble: false };
  }

  function show(conversation: ConversationId): void {
    space.value = { name: 'chat', conversation, trouble: false };
  }

  async function read(older: boolean): Promise<void> {
    const id = current.peek();
    if (!id || !book.has(id)) return;
    const { cursor } = book.thread(id);
    show(id);
    try {
      const page = await client.readWidgetMessages({ conversation: id, ...(older && cursor ? { cursor } : {}) });
      if (older) book.putOlder(id, page);
      else book.putNewest(id, page);
    } catch {
      if (current.peek() === id) space.value = { name: 'chat', conversation: id, trouble: true };
    }
  }

  function greet(): void {
    if (workspace.peek() !== null) return;
    options.greet().then(
      (answer) => {
        workspace.value = answer.workspace;
      },
      () => {},
    );
  }

  if (session.exists()) void live.start();
  else outbox.wake();

  return {
    isOpen,
    space,
    rows,
    unread: computed(() => {
      const looking = isOpen.value && isVisible.value ? current.value : null;
      return rows.value.reduce((sum, row) => sum + (row.conversation.id === looking ? 0 : row.unread), 0);
    }),
    isOffline: computed(() => live.isOffline.value || outbox.isStuck.value),
    news,
    workspace,
    thread,
    outgoing,
    groups: computed(() => groupMessages(thread.value.messages, outgoing.value)),
    isKnown: computed(() => current.value !== null && book.has(current.value)),
    isWhole: computed(() => thread.value.loaded && thread.value.cursor === undefined),
    draft,
    attachments,
    canSend: computed(() => textWith(draft.value, attachments.value) !== ''),
    ...questions,
    hasSound,
    isMuted,
    mute(muted) {
      isMuted.value = muted;
      keep.change((before) => ({ ...before, isMuted: muted }));
    },
    setOpen(open) {
      isOpen.value = open;
      if (open) greet();
    },
    setVisible(visible) {
      isVisible.value = visible;
    },
    goHome() {
      space.value = home;
    },
    startConversation(text) {
      const id = newId('conversation');
      if (text) drafts.write(id, text);
      show(id);
    },
    openConversation(id) {
      show(id);
      if (!book.thread(id).loaded) void read(false);
    },
    loadMessages: () => void read(false),
    loadOlder: () => void read(true),
    write(text) {
      if (current.value) drafts.write(current.value, text);
    },
    send() {
      const conversation = current.value;
      const text = textWith(draft.value, attachments.value);
      if (!conversation || text === '') return;
      drafts.write(conversation, '');
      attachments.value = [];
      outbox.add({ id: newId('message'), conversation, text, at: now() });
    },
    sendAgain: (id) => outbox.again(id, newId('message')),
    wake() {
      outbox.wake();
      if (live.isOffline.value) live.restart();
    },
    stop() {
      for (const end of endings) end();
      live.stop();
      outbox.stop();
    },
  };
}
