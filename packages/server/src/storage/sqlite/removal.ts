import { setImmediate as turn } from 'node:timers/promises';
import type { WorkspaceId } from '@deskkit/core';
import type { Database } from 'better-sqlite3';

/** Removes workspaces: at once for whoever reads, and bit by bit on the disk. */
export interface Removal {
  /** Nothing of it can be found from now on; its number is never used again. */
  unlink(workspace: WorkspaceId): void;
  /** Deletes what is left of unlinked workspaces, also of those that an earlier process had begun with. */
  sweep(): Promise<void>;
}

/** More in one transaction would keep the event loop for too long. */
const atOnce = 500;

const swept = ['row', 'conversation', 'conversation_facet', 'event', 'cell', 'claimed', 'place', 'work'];

export function createRemoval(db: Database): Removal {
  const find = db.prepare<[string], number>('SELECT number FROM workspace WHERE id = ?').pluck();
  const note = db.prepare('INSERT INTO removed (workspace) VALUES (?)');
  const forget = db.prepare('DELETE FROM removed WHERE workspace = ?');
  const noted = db.prepare<[], number>('SELECT workspace FROM removed').pluck();
  const first = ['workspace WHERE number', 'claimed INDEXED BY claimed_everywhere WHERE scope = 0 AND workspace'].map(
    (what) => db.prepare(`DELETE FROM ${what} = ?`),
  );
  const rest = swept.map((table) => db.prepare(`DELETE FROM ${table} WHERE workspace = ? LIMIT ${atOnce}`));

  const unlink = db.transaction((workspace: WorkspaceId) => {
    const number = find.get(workspace);
    if (number === undefined) return;
    note.run(number);
    for (const statement of first) statement.run(number);
  });

  return {
    unlink: (workspace) => unlink.immediate(workspace),
    async sweep() {
      for (const number of noted.all()) {
        for (const statement of rest) {
          while (statement.run(number).changes === atOnce) {
            await turn();
            if (!db.open) return;
          }
        }
        forget.run(number);
      }
    },
  };
}
