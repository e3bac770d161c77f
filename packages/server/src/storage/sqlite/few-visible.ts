import type { Database } from 'better-sqlite3';
import type { Visible } from './search.ts';
import { seqBits } from './search-index.ts';

/** What a reader of few conversations sees. */
export interface FewVisible {
  /** The seqs of all indexed messages of its conversations; `undefined` where they are many. */
  seqsOf(workspace: number, visible: Visible): ReadonlySet<number> | undefined;
}

const mostConversations = 1_000;
const mostMessages = 10_000;

export function createFewVisible(db: Database): FewVisible {
  const limit = `LIMIT ${mostConversations + 1}`;
  // Indexes begin with the tab, and merged conversations have none.
  const tabs = ["tab IN ('open', 'snoozed', 'closed', 'spam')", 'tab IS NULL'];
  const walks = tabs.flatMap((tab) =>
    [
      `SELECT number FROM conversation INDEXED BY list_team
       WHERE workspace = :workspace AND ${tab} AND team IN (SELECT value FROM json_each(:teams))`,
      `SELECT number FROM conversation INDEXED BY list_teammate
       WHERE workspace = :workspace AND ${tab} AND teammate = :assignee AND teammate <> ''`,
      `SELECT conversation FROM conversation_facet INDEXED BY list_facet
       WHERE workspace = :workspace AND ${tab} AND facet IN (SELECT value FROM json_each(:facets))`,
    ].map((what) => db.prepare<[Record<string, unknown>], number>(`${what} ${limit}`).pluck()),
  );
  const seqs = db
    .prepare<[string], number>(`
      SELECT place & ((1 << ${seqBits}) - 1) FROM indexed_message
      WHERE conversation IN (SELECT value FROM json_each(?)) LIMIT ${mostMessages + 1}`)
    .pluck();

  return {
    seqsOf(workspace, visible) {
      const conversations = new Set<number>();
      for (const walk of walks) {
        for (const number of walk.all({ workspace, ...visible })) conversations.add(number);
        if (conversations.size > mostConversations) return undefined;
      }
      const found = seqs.all(JSON.stringify([...conversations]));
      return found.length > mostMessages ? undefined : new Set(found);
    },
  };
}
