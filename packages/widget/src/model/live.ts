import type { ConversationId } from '@deskkit/core';
import { type Connection, follow, isApiError, type VisitorClient } from '@deskkit/core/client';
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Book } from './book.ts';
import { type After, createRetry } from './retry.ts';

/** What the model asks of the desk. */
export type ModelClient = Pick<
  VisitorClient,
  'listWidgetConversations' | 'readWidgetMessages' | 'startWidgetConversation' | 'addWidgetMessage' | 'stream'
>;

/** Keeps the book up to date: loads it, then follows the stream from there. */
export interface Live {
  /** The desk has not been heard for a while; it is tried again and again. */
  readonly isOffline: ReadonlySignal<boolean>;
  /** Loads and follows, unless it does so already. Resolves to whether the book is loaded. */
  start(): Promise<boolean>;
  /** Loads and follows anew, at once. */
  restart(): void;
  stop(): void;
}

export interface LiveOptions {
  readonly client: ModelClient;
  readonly book: Book;
  readonly after: After;
  readonly onLoaded: () => void;
  /** The desk no longer takes the session. */
  readonly onLost: () => void;
}

/** Replies wait in the conversations with the newest messages; the others are read when somebody opens them. */
const readAhead = 3;
/** A connection that is back sooner was never missed. */
const patience = 1_500;

export function createLive({ client, book, after, onLoaded, onLost }: LiveOptions): Live {
  const isOffline = signal(false);
  const retry = createRetry(after, () => void begin());
  let run = 0;
  let loading: Promise<boolean> | undefined;
  let unfollow = () => {};
  let calm = () => {};

  function connect(connection: Connection): void {
    if (connection === 'live') {
      calm();
      isOffline.value = false;
      retry.worked();
    } else if (connection === 'offline') {
      calm();
      calm = after(patience, () => {
        isOffline.value = true;
      });
    } else if (connection === 'ended') {
      retry.later();
    }
  }

  function begin(): Promise<boolean> {
    unfollow();
    run += 1;
    loading = load(run);
    return loading;
  }

  async function load(current: number): Promise<boolean> {
    const before = book.rows.peek();
    try {
      const { items, position } = await client.listWidgetConversations({ limit: 20 });
      await Promise.all(items.slice(0, readAhead).map(({ id }) => read(id, current)));
      if (current !== run) return false;
      book.list(items, before);
      unfollow = follow({
        client,
        stream: 'streamWidgetEvents',
        after: position,
        onData: book.hear,
        onConnection: connect,
      });
      onLoaded();
      return true;
    } catch (error) {
      if (current !== run) return false;
      if (isApiError(error) && error.status === 401) lose();
      else {
        isOffline.value = true;
        retry.later();
      }
      return false;
    }
  }

  async function read(id: ConversationId, current: number): Promise<void> {
    const page = await client.readWidgetMessages({ conversation: id });
    if (current === run) book.putNewest(id, page);
  }

  function lose(): void {
    stop();
    isOffline.value = false;
    onLost();
  }

  function stop(): void {
    run += 1;
    loading = undefined;
    retry.stop();
    calm();
    unfollow();
  }

  return {
    isOffline,
    start: () => loading ?? begin(),
    restart() {
      retry.stop();
      void begin();
    },
    stop,
  };
}
