import Database from 'better-sqlite3';

/**
 * The floor of a page: one keyset statement on the `conversation` rows of one team and tab, newest first, 50 at a time,
 * with an index of its own that has just these columns (team, tab, last_seq); each row's JSON is parsed.
 */
export function openRawPages(file: string, team: string) {
  const db = new Database(file);
  db.exec('CREATE INDEX floor_pages ON conversation (workspace, tab, team, last_seq)');
  const page = db
    .prepare<unknown[], string>(`
      SELECT data FROM conversation INDEXED BY floor_pages
      WHERE workspace = 1 AND tab = 'open' AND team = ? AND last_seq < ? ORDER BY last_seq DESC LIMIT 50`)
    .pluck();
  return {
    read: (after: number): unknown[] => page.all(team, after).map((data) => JSON.parse(data)),
    close: () => void db.close(),
  };
}
