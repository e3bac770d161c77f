import { type Change, type Committed, isStorageError } from '@deskkit/core';
import type { Database } from 'better-sqlite3';
import { applyChange } from './commit.ts';
import { createLedger } from './ledger.ts';
import { asStorageError, closedError } from './sqlite-failure.ts';
import type { Tables } from './tables.ts';

/**
 * Commits that arrive in one turn of the event loop share one transaction, and so one wait for the disk. Each
 * succeeds or conflicts by itself; none is answered before all of them are durable.
 */
export interface CommitGroup {
  commit(change: Change): Promise<Committed>;
  /** Commits what is waiting, now. */
  flush(): void;
}

interface Waiting {
  readonly change: Change;
  readonly resolve: (committed: Committed) => void;
  readonly reject: (error: unknown) => void;
}

type Answer = () => void;

/** More would keep the event loop for too long. */
const largestGroup = 256;

export function createCommitGroup(db: Database, tables: Tables): CommitGroup {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  let waiting: Waiting[] = [];

  function run(group: readonly Waiting[]): readonly Answer[] {
    try {
      begin.run();
      const ledger = createLedger(tables.workspaces);
      const answers = group.map(({ change, resolve, reject }): Answer => {
        try {
          const committed = applyChange(change, tables, ledger);
          return () => resolve(committed);
        } catch (error) {
          if (!isStorageError(error)) throw error;
          return () => reject(error);
        }
      });
      ledger.store();
      commit.run();
      return answers;
    } catch (cause) {
      if (db.inTransaction) rollback.run();
      const error = asStorageError(cause);
      // One change that cannot be written at all must not take its neighbours with it.
      if (!isStorageError(error) && group.length > 1) return group.flatMap((one) => run([one]));
      return group.map(
        ({ reject }) =>
          () =>
            reject(error),
      );
    }
  }

  function flush(): void {
    while (waiting.length > 0) flushOne();
  }

  function flushOne(): void {
    const group = waiting.slice(0, largestGroup);
    waiting = waiting.slice(largestGroup);
    for (const answer of run(group)) answer();
  }

  function turn(): void {
    if (waiting.length === 0) return;
    flushOne();
    if (waiting.length > 0) setImmediate(turn);
  }

  return {
    commit: (change) =>
      new Promise((resolve, reject) => {
        if (!db.open) return reject(closedError());
        if (waiting.length === 0) setImmediate(turn);
        waiting.push({ change, resolve, reject });
      }),
    flush,
  };
}
