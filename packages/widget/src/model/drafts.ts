import type { ConversationId } from '@deskkit/core';
import { signal } from '@preact/signals-core';
import type { Keep, Kept } from './kept.ts';

/** What is written and not sent, kept for the next page. */
export interface Drafts {
  of(conversation: ConversationId): string;
  write(conversation: ConversationId, text: string): void;
}

/** `isBegun` tells conversations from one that its first message will begin: there is one draft for that. */
export function createDrafts(keep: Keep, isBegun: (conversation: ConversationId) => boolean): Drafts {
  const all = signal(keep.read().drafts);
  const nameOf = (conversation: ConversationId) => (isBegun(conversation) ? conversation : '');

  return {
    of: (conversation) => all.value[nameOf(conversation)] ?? '',
    write(conversation, text) {
      const name = nameOf(conversation);
      const put = ({ [name]: _, ...others }: Kept['drafts']) => (text === '' ? others : { ...others, [name]: text });
      all.value = put(all.peek());
      keep.change((before) => ({ ...before, drafts: put(before.drafts) }));
    },
  };
}
