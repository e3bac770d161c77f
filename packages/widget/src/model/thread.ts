import type { ConversationId, MessageId } from '@deskkit/core';
import type { VisitorConversation, VisitorMessage } from '@deskkit/core/client';

/** The messages of one conversation as far as they are known, in the desk's order. */
export interface Thread {
  readonly messages: readonly VisitorMessage[];
  /** The newest page was read. */
  readonly loaded: boolean;
  /** Leads to what is before; absent when that is all. */
  readonly cursor?: string;
}

export interface Page {
  /** Newest first, as the desk gives them. */
  readonly items: readonly VisitorMessage[];
  readonly nextCursor?: string | undefined;
}

export const emptyThread: Thread = { messages: [], loaded: false };

const cursorOf = ({ nextCursor }: Page) => (nextCursor === undefined ? {} : { cursor: nextCursor });

/** The newest page, and what the stream brought while it was read. Older pages are read again when they are wanted. */
export function withNewest(thread: Thread, page: Page): Thread {
  const messages = page.items.toReversed();
  const ids = new Set(messages.map(({ id }) => id));
  const newest = messages.at(-1);
  const since = newest ? thread.messages.filter(({ id, at }) => !ids.has(id) && at >= newest.at) : thread.messages;
  return { messages: [...messages, ...since], loaded: true, ...cursorOf(page) };
}

/** A page of older messages before those that are there. */
export function withOlder(thread: Thread, page: Page): Thread {
  const ids = new Set(thread.messages.map(({ id }) => id));
  const older = page.items.filter(({ id }) => !ids.has(id)).toReversed();
  return { messages: [...older, ...thread.messages], loaded: true, ...cursorOf(page) };
}

/** A message that the stream brought. One that is known already changes nothing. */
export function withMessage(thread: Thread, message: VisitorMessage): Thread {
  if (thread.messages.some(({ id }) => id === message.id)) return thread;
  return { ...thread, messages: [...thread.messages, message] };
}

/** How many of the team's messages came since the visitor last wrote or looked. */
export function countUnread({ messages }: Thread, seen: string | undefined): number {
  const own = messages.findLast(({ from }) => from === 'me')?.at ?? '';
  const since = seen !== undefined && seen > own ? seen : own;
  return messages.filter(({ from, at }) => from === 'team' && at > since).length;
}

/** The conversations with `row` in front: it has the newest message. */
export function inFront(
  rows: readonly VisitorConversation[],
  row: VisitorConversation,
): readonly VisitorConversation[] {
  return [row, ...rows.filter(({ id }) => id !== row.id)];
}

export type Threads = ReadonlyMap<ConversationId, Thread>;

export function messageIds(threads: Threads): ReadonlySet<MessageId> {
  return new Set([...threads.values()].flatMap(({ messages }) => messages.map(({ id }) => id)));
}
