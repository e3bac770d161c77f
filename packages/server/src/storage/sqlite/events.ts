import type { EventQuery, LogEvent, Seq } from '@deskkit/core';
import type { Database } from 'better-sqlite3';

/** The logs of all workspaces. */
export interface Events {
  append(workspace: number, event: LogEvent, seq: Seq): void;
  list(workspace: number, query: EventQuery): readonly LogEvent[];
}

export function createEvents(db: Database): Events {
  const append = db.prepare('INSERT INTO event (workspace, seq, conversation, data) VALUES (?, ?, ?, ?)');
  const select = (conversation: string, order: 'ASC' | 'DESC') =>
    db
      .prepare<unknown[], string>(`
        SELECT data FROM event WHERE workspace = ? ${conversation} AND seq > ? AND seq < ?
        ORDER BY seq ${order} LIMIT ?`)
      .pluck();
  const ofWorkspace = { oldest: select('', 'ASC'), newest: select('', 'DESC') };
  const one = 'AND conversation = ?';
  const ofConversation = { oldest: select(one, 'ASC'), newest: select(one, 'DESC') };

  return {
    append(workspace, event, seq) {
      append.run(workspace, seq, event.conversation, JSON.stringify({ ...event, seq }));
    },
    list(workspace, { conversation, after = 0, before = Number.MAX_SAFE_INTEGER, order = 'oldest', limit }) {
      const found =
        conversation === undefined
          ? ofWorkspace[order].all(workspace, after, before, limit)
          : ofConversation[order].all(workspace, conversation, after, before, limit);
      return found.map((data) => JSON.parse(data));
    },
  };
}
