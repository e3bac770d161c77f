import type { ConversationId } from '@deskkit/core';
import type { VisitorConversation, VisitorFrame } from '@deskkit/core/client';
import { type ReadonlySignal, signal } from '@preact/signals-core';
import {
  emptyThread,
  inFront,
  type Page,
  type Thread,
  type Threads,
  withMessage,
  withNewest,
  withOlder,
} from './thread.ts';

/** The visitor's conversations as the desk has told of them. */
export interface Book {
  /** The one with the newest message first. */
  readonly rows: ReadonlySignal<readonly VisitorConversation[]>;
  readonly threads: ReadonlySignal<Threads>;
  thread(id: ConversationId): Thread;
  /** The desk knows this conversation. */
  has(id: ConversationId): boolean;
  /** Takes a list as it was asked for when `before` stood here: what came since stays in front. */
  list(rows: readonly VisitorConversation[], before: readonly VisitorConversation[]): void;
  /** The desk took a message in this conversation; the message itself comes with the stream. */
  begin(row: VisitorConversation): void;
  putNewest(id: ConversationId, page: Page): void;
  putOlder(id: ConversationId, page: Page): void;
  hear(frame: VisitorFrame): void;
  clear(): void;
}

export function createBook(): Book {
  const rows = signal<readonly VisitorConversation[]>([]);
  const threads = signal<Threads>(new Map());

  const thread = (id: ConversationId) => threads.value.get(id) ?? emptyThread;

  function put(id: ConversationId, next: Thread): void {
    threads.value = new Map(threads.value).set(id, next);
  }

  return {
    rows,
    threads,
    thread,
    has: (id) => rows.value.some((row) => row.id === id),
    list(next, before) {
      const since = rows.value.filter((row) => !before.includes(row) && next.every(({ id }) => id !== row.id));
      rows.value = [...since, ...next];
    },
    begin(row) {
      rows.value = inFront(rows.value, row);
      if (!threads.value.has(row.id)) put(row.id, { messages: [], loaded: true });
    },
    putNewest: (id, page) => put(id, withNewest(thread(id), page)),
    putOlder: (id, page) => put(id, withOlder(thread(id), page)),
    hear(frame) {
      if (frame.kind !== 'message') return;
      rows.value = inFront(rows.value, frame.conversation);
      put(frame.message.conversation, withMessage(thread(frame.message.conversation), frame.message));
    },
    clear() {
      rows.value = [];
      threads.value = new Map();
    },
  };
}
