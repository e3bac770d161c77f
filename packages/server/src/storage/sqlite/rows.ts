import type { Row, RowKind, RowOf, RowRef } from '@deskkit/core';
import type { Database, Statement } from 'better-sqlite3';

/** Rows of every kind but conversations, which have a table of their own. */
export interface Rows {
  find<Kind extends RowKind>(workspace: number, kind: Kind, id: string): RowOf[Kind] | undefined;
  list<Kind extends RowKind>(workspace: number, kind: Kind, after: string, limit: number): readonly RowOf[Kind][];
  versionOf(workspace: number, ref: RowRef): number | undefined;
  put(workspace: number, row: Row): void;
  remove(workspace: number, ref: RowRef): void;
}

interface Stored {
  readonly data: string;
}

export function createRows(db: Database): Rows {
  const find = db.prepare<unknown[], Stored>('SELECT data FROM row WHERE workspace = ? AND kind = ? AND id = ?');
  const findConversation = db.prepare<unknown[], Stored>(
    'SELECT data FROM conversation WHERE workspace = ? AND id = ?',
  );
  const list = db.prepare<unknown[], Stored>(
    'SELECT data FROM row WHERE workspace = ? AND kind = ? AND id > ? ORDER BY id LIMIT ?',
  );
  const listConversations = db.prepare<unknown[], Stored>(
    'SELECT data FROM conversation WHERE workspace = ? AND id > ? ORDER BY id LIMIT ?',
  );
  const version = numbers(db, 'SELECT version FROM row WHERE workspace = ? AND kind = ? AND id = ?');
  const versionOfConversation = numbers(db, 'SELECT version FROM conversation WHERE workspace = ? AND id = ?');
  const put = db.prepare(`
    INSERT INTO row (workspace, kind, id, version, data) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (workspace, kind, id) DO UPDATE SET version = excluded.version, data = excluded.data`);
  const remove = db.prepare('DELETE FROM row WHERE workspace = ? AND kind = ? AND id = ?');

  return {
    find(workspace, kind, id) {
      const stored = kind === 'conversation' ? findConversation.get(workspace, id) : find.get(workspace, kind, id);
      return stored && JSON.parse(stored.data);
    },
    list(workspace, kind, after, limit) {
      const found =
        kind === 'conversation'
          ? listConversations.all(workspace, after, limit)
          : list.all(workspace, kind, after, limit);
      return found.map(({ data }) => JSON.parse(data));
    },
    versionOf(workspace, { kind, id }) {
      return kind === 'conversation' ? versionOfConversation.get(workspace, id) : version.get(workspace, kind, id);
    },
    put(workspace, { kind, row }) {
      put.run(workspace, kind, row.id, row.version, JSON.stringify(row));
    },
    remove: (workspace, { kind, id }) => void remove.run(workspace, kind, id),
  };
}

function numbers(db: Database, sql: string): Statement<unknown[], number> {
  return db.prepare<unknown[], number>(sql).pluck();
}
