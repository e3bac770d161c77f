import {
  type Clock,
  type Instant,
  type LeasedWork,
  plus,
  type RowKind,
  type Work,
  type WorkKind,
  type WorkspaceId,
} from '@deskkit/core';
import type { Database } from 'better-sqlite3';

/** Things to do later, of all workspaces. */
export interface Works {
  /** The token of its last lease; `undefined` before the first one, and where there is no such work. */
  tokenOf(workspace: number, id: Work['id']): number | undefined;
  schedule(workspace: number, work: Work): void;
  remove(workspace: number, id: Work['id']): void;
  lease(ask: Ask): readonly LeasedWork[];
}

interface Ask {
  readonly kinds: readonly WorkKind[];
  readonly limit: number;
  readonly forMilliseconds: number;
}

interface Due {
  readonly number: number;
  readonly workspace: WorkspaceId;
  readonly id: string;
  readonly kind: WorkKind;
  readonly dueAt: Instant;
  readonly subjectKind: RowKind;
  readonly subjectId: string;
  readonly attempts: number;
}

export function createWorks(db: Database, clock: Clock): Works {
  const token = db
    .prepare<unknown[], number>('SELECT token FROM work WHERE workspace = ? AND id = ? AND token > 0')
    .pluck();
  const schedule = db.prepare(`
    INSERT OR REPLACE INTO work
      (workspace, id, kind, due_at, leased_until, token, subject_kind, subject_id, attempts)
    VALUES (?, ?, ?, ?, '', 0, ?, ?, ?)`);
  const remove = db.prepare('DELETE FROM work WHERE workspace = ? AND id = ?');
  const due = db.prepare<unknown[], Due>(`
    SELECT work.workspace AS number, workspace.id AS workspace, work.id, kind, due_at AS dueAt,
      subject_kind AS subjectKind, subject_id AS subjectId, attempts
    FROM work INDEXED BY work_due CROSS JOIN workspace ON workspace.number = work.workspace
    WHERE kind = ? AND due_at <= ? AND leased_until <= ?
    ORDER BY due_at LIMIT ?`);
  const lease = db.prepare('UPDATE work SET token = ?, leased_until = ? WHERE workspace = ? AND id = ?');
  const drawToken = db.prepare<[], number>('UPDATE lease SET token = token + 1 RETURNING token').pluck();

  function findDue({ kinds, limit }: Ask, now: Instant): readonly Due[] {
    const found = [...new Set(kinds)].flatMap((kind) => due.all(kind, now, now, limit));
    return found.sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1)).slice(0, limit);
  }

  const leaseDue = db.transaction((ask: Ask, now: Instant) =>
    findDue(ask, now).map(({ number, subjectKind, subjectId, ...work }): LeasedWork => {
      const drawn = drawToken.get() ?? 0;
      lease.run(drawn, plus(now, ask.forMilliseconds), number, work.id);
      return { ...work, subject: { kind: subjectKind, id: subjectId }, token: drawn };
    }),
  );

  return {
    tokenOf: (workspace, id) => token.get(workspace, id),
    schedule(workspace, { id, kind, dueAt, subject, attempts }) {
      schedule.run(workspace, id, kind, dueAt, subject.kind, subject.id, attempts);
    },
    remove: (workspace, id) => void remove.run(workspace, id),
    lease(ask) {
      const now = clock.now();
      // Looking is free of the write lock, and most of the time nothing is due.
      return findDue(ask, now).length === 0 ? [] : leaseDue.immediate(ask, now);
    },
  };
}
