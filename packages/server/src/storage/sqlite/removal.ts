import { setImmediate as turn } from 'node:timers/promises';
import type { WorkspaceId } from '@deskkit/core';
import type { Database } from 'better-sqlite3';
import { seqBits } from './search-index.ts';

/** Removes workspaces: at once for whoever reads, and bit by bit on the disk. */
export interface Removal {
  /** Nothing of it can be found from now on; its number is never used again. */
  unlink(workspace: WorkspaceId): void;
  /** Deletes what is left of unlinked workspaces, also of those that an earlier process had begun with. */
  sweep(): Promise<void>;
}

/** More in one transaction would keep the event loop for too long. */
const atOnce = 500;

const swept = ['row', 'conversation', 'conversation_facet', 'event', 'cell', 'place', 'work'].map(
  (table) => `${table} WHERE workspace`,
);

export function createRemoval(db: Database): Removal {
  const find = db.prepare<[string], number>('SELECT number FROM workspace WHERE id = ?').pluck();
  const note = db.prepare('INSERT INTO removed (workspace) VALUES (?)');
  const forget = db.prepare('DELETE FROM removed WHERE workspace = ?');
  const noted = db.prepare<[], number>('SELECT workspace FROM removed').pluck();
  const first = ['workspace WHERE number', 'claimed INDEXED BY claimed_everywhere WHERE scope = 0 AND workspace'].map(
    (what) => db.prepare(`DELETE FROM ${what} = ?`),
  );
  const rest = [...swept, 'claimed WHERE scope'].map((what) => db.prepare(`DELETE FROM ${what} = ? LIMIT ${atOnce}`));
  const indexed = `
    SELECT place FROM indexed_message
    WHERE place BETWEEN :number << ${seqBits} AND (:number + 1) << ${seqBits} ORDER BY place LIMIT ${atOnce}`;
  const words = db.prepare(`DELETE FROM word_index WHERE rowid IN (${indexed})`);
  const messages = db.prepare(`DELETE FROM indexed_message WHERE place IN (${indexed})`);
  const unindex = db.transaction((number: number) => {
    words.run({ number });
    return messages.run({ number });
  });

  const unlink = db.transaction((workspace: WorkspaceId) => {
    const number = find.get(workspace);
    if (number === undefined) return;
    note.run(number);
    for (const statement of first) statement.run(number);
  });

  return {
    unlink: (workspace) => unlink.immediate(workspace),
    async sweep() {
      if (!db.open) return;
      for (const number of noted.all()) {
        for (const remove of [unindex.immediate, ...rest.map((statement) => (it: number) => statement.run(it))]) {
          while (remove(number).changes === atOnce) {
            await turn();
            if (!db.open) return;
          }
        }
        forget.run(number);
      }
    },
  };
}
