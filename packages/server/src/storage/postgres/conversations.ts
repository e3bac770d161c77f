import type { Conversation, ConversationQuery, WorkspaceId } from '@deskkit/core';
import { selectConversations } from './conversation-statement.ts';
import type { Database } from './database.ts';

/** The columns that are right where the JSON beside them still has the seqs of its change. */
export interface ConversationRecord {
  readonly data: string;
  readonly number: number;
  readonly last_seq: number;
  readonly waiting_seq: number | null;
}

export const conversationColumns = 'c.id, c.data, c.number, c.last_seq, c.waiting_seq';

export function readConversation({ data, number, last_seq, waiting_seq }: ConversationRecord): Conversation {
  const row: Conversation = JSON.parse(data);
  return {
    ...row,
    number,
    last: { ...row.last, seq: last_seq },
    waiting: row.waiting && { ...row.waiting, seq: waiting_seq ?? row.waiting.seq },
  };
}

export async function listConversations(
  database: Database,
  workspace: WorkspaceId,
  query: ConversationQuery,
): Promise<readonly Conversation[]> {
  const statement = selectConversations(workspace, query, conversationColumns);
  if (!statement) return [];
  return (await database.query<ConversationRecord & object>(statement.text, statement.values)).map(readConversation);
}
