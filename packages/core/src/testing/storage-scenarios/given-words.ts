import type { Scope } from '../../access/scope.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import type { Term } from '../../search/search-words.ts';
import type { ConversationId, MessageId } from '../../shared/id.ts';
import type { Change, IndexedMessage } from '../../storage/change.ts';
import type { Storage } from '../../storage/storage.ts';
import { buildConversation } from '../builders.ts';
import { commit, conversationRow, here, numbers, someEvents } from './given.ts';

export const everything: Scope = { kind: 'everything' };

/** Two conversations that everybody sees and whose ids begin alike. */
export const one = buildConversation({ id: 'cnv_1' as ConversationId });
export const alike = buildConversation({ id: 'cnv_11' as ConversationId });

/** The message `msg_<seq>` with these words, of `cnv_1` unless told otherwise. */
export function indexed(seq: number, words: readonly string[], parts: Partial<IndexedMessage> = {}): IndexedMessage {
  return { message: `msg_${seq}` as MessageId, conversation: one.id, seq, words, ...parts };
}

/** Puts the conversations, a log as long as the messages need, and their words. */
export async function keep(
  storage: Storage,
  conversations: readonly Conversation[],
  messages: readonly IndexedMessage[],
  parts: Partial<Change> = {},
): Promise<void> {
  const last = Math.max(0, ...messages.map(({ seq }) => seq));
  await commit(storage, { ...parts, put: conversations.map(conversationRow), events: someEvents(last) });
  for (const batch of numbers(Math.ceil(messages.length / 200)))
    await commit(storage, { ...parts, index: messages.slice(batch * 200, batch * 200 + 200) });
}

export function word(text: string): Term {
  return { word: text, prefix: false };
}

export function beginning(text: string): Term {
  return { word: text, prefix: true };
}

/** The seqs of what is found, in its order. */
export async function find(
  storage: Storage,
  terms: readonly Term[],
  { scope = everything, ...page }: { scope?: Scope; before?: number; limit?: number } = {},
): Promise<readonly number[]> {
  const hits = await storage.search(here, { scope, terms, limit: 1_000, ...page });
  return hits.map(({ seq }) => seq);
}
