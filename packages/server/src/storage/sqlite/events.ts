import type { ConversationId, EventQuery, LogEvent, Seq } from '@deskkit/core';
import type { Database } from 'better-sqlite3';

/** The logs of all workspaces. */
export interface Events {
  append(workspace: number, event: LogEvent, seq: Seq): void;
  list(workspace: number, query: EventQuery): readonly LogEvent[];
}

type Order = NonNullable<EventQuery['order']>;

export function createEvents(db: Database): Events {
  const append = db.prepare('INSERT INTO event (workspace, seq, conversation, data) VALUES (?, ?, ?, ?)');
  const select = (column: 'data' | 'seq', conversation: '' | 'AND conversation = ?', order: 'ASC' | 'DESC') =>
    db
      .prepare<unknown[], never>(`
        SELECT ${column} FROM event WHERE workspace = ? ${conversation} AND seq > ? AND seq < ?
        ORDER BY seq ${order} LIMIT ?`)
      .pluck();
  const inBothOrders = (column: 'data' | 'seq', conversation: '' | 'AND conversation = ?') => ({
    oldest: select(column, conversation, 'ASC'),
    newest: select(column, conversation, 'DESC'),
  });
  const ofWorkspace: Statements<string> = inBothOrders('data', '');
  const ofConversation: Statements<string> = inBothOrders('data', 'AND conversation = ?');
  const seqsOfConversation: Statements<Seq> = inBothOrders('seq', 'AND conversation = ?');
  const dataOf = db.prepare<unknown[], string>('SELECT data FROM event WHERE workspace = ? AND seq = ?').pluck();

  /** One walk for each conversation. Of several walks most is thrown away, so they find seqs alone. */
  function listOf(workspace: number, conversations: readonly ConversationId[], page: Page): readonly string[] {
    const { after, before, order, limit } = page;
    const [only] = conversations;
    if (only && conversations.length === 1) return ofConversation[order].all(workspace, only, after, before, limit);
    const seqs = conversations.flatMap((one) => seqsOfConversation[order].all(workspace, one, after, before, limit));
    return seqs
      .sort((one, other) => (order === 'oldest' ? one - other : other - one))
      .slice(0, limit)
      .flatMap((seq) => dataOf.get(workspace, seq) ?? []);
  }

  return {
    append(workspace, event, seq) {
      append.run(workspace, seq, event.conversation, JSON.stringify({ ...event, seq }));
    },
    list(workspace, { conversations, after = 0, before = Number.MAX_SAFE_INTEGER, order = 'oldest', limit }) {
      const found = conversations
        ? listOf(workspace, [...new Set(conversations)], { after, before, order, limit })
        : ofWorkspace[order].all(workspace, after, before, limit);
      return found.map((data) => JSON.parse(data));
    },
  };
}

type Page = Required<Omit<EventQuery, 'conversations'>>;

interface Statements<Value> extends Record<Order, { all(...values: unknown[]): Value[] }> {}
