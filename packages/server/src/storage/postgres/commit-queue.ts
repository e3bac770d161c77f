import { type Change, type Committed, isStorageError, type WorkspaceId } from '@deskkit/core';
import { commit, commitTogether } from './commit.ts';
import type { Database } from './database.ts';
import { unavailable } from './postgres-error.ts';

/** Commits, one statement at a time for each workspace. */
export interface CommitQueue {
  commit(change: Change): Promise<Committed>;
  /** Takes nothing new, and ends when all that was taken has its answer. */
  close(): Promise<void>;
}

interface Waiting {
  readonly change: Change;
  resolve(committed: Committed): void;
  reject(error: unknown): void;
}

const mostTogether = 32;

/**
 * Commits of one workspace would wait for each other in Postgres, each on a connection of its own. Here those that
 * come while one is under way go together in the next statement: one wait for the disk, and no connection taken from
 * other workspaces.
 */
export function createCommitQueue(database: Database): CommitQueue {
  const queues = new Map<WorkspaceId, Waiting[]>();
  const draining = new Set<Promise<void>>();
  let closed = false;

  async function drain(workspace: WorkspaceId, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) await send(queue.splice(0, mostTogether));
    queues.delete(workspace);
  }

  async function send(batch: readonly Waiting[]): Promise<void> {
    if (batch.length > 1 && (await tryTogether(batch)) === 'answered') return;
    for (const { change, resolve, reject } of batch) await commit(database, change).then(resolve, reject);
  }

  /** `refused` when one of them was, which undid all. */
  async function tryTogether(batch: readonly Waiting[]): Promise<'answered' | 'refused'> {
    try {
      const answers = await commitTogether(
        database,
        batch.map(({ change }) => change),
      );
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index];
        if (answer) resolve(answer);
        else reject(new Error('Postgres answered fewer commits than it was given.'));
      }
    } catch (error) {
      if (!isStorageError(error)) return 'refused';
      // Whether they were applied may be unknown, so none is sent a second time.
      for (const { reject } of batch) reject(error);
    }
    return 'answered';
  }

  return {
    commit(change) {
      if (closed) return Promise.reject(unavailable('it was closed.'));
      return new Promise((resolve, reject) => {
        const waiting = { change, resolve, reject };
        const queue = queues.get(change.workspace);
        if (queue) {
          queue.push(waiting);
          return;
        }
        const started = [waiting];
        queues.set(change.workspace, started);
        const drained = drain(change.workspace, started).finally(() => draining.delete(drained));
        draining.add(drained);
      });
    },
    async close() {
      closed = true;
      await Promise.all(draining);
    },
  };
}
