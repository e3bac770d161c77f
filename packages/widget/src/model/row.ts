import type { VisitorConversation } from '@deskkit/core/client';
import { countUnread, type Thread } from './thread.ts';

/** A conversation in the list. */
export interface Row {
  readonly conversation: VisitorConversation;
  /** Of the teammate who wrote last, when known. */
  readonly name: string | null;
  readonly at: string;
  readonly unread: number;
}

export function rowOf(conversation: VisitorConversation, thread: Thread, seen: string | undefined): Row {
  const { messages } = thread;
  return {
    conversation,
    name: messages.findLast(({ from }) => from === 'team')?.name ?? null,
    at: messages.at(-1)?.at ?? conversation.startedAt,
    unread: countUnread(thread, seen),
  };
}
