import Database from 'better-sqlite3';

/** The floor of all counters: one statement over the `cell` rows, each key taken apart. */
export function openRawCells(file: string) {
  const db = new Database(file);
  const cells = db
    .prepare<[], [string, number, number]>('SELECT key, value, seq FROM cell WHERE workspace = 1 AND value <> 0')
    .raw();
  return {
    read: (): unknown[] => cells.all().map(([key, value, seq]) => ({ cell: key.split('/'), value, seq })),
    close: () => void db.close(),
  };
}
