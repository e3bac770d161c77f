import {
  type Directory,
  hostWorkspace,
  type LeasedWork,
  type RowKind,
  toInstant,
  type WorkKind,
  type WorkspaceId,
} from '@deskkit/core';
import type { Database } from './database.ts';
import { storedKey } from './stored-key.ts';

interface LeasedRecord {
  readonly workspace: WorkspaceId;
  readonly id: string;
  readonly kind: WorkKind;
  readonly due_at: Date;
  readonly subject_kind: RowKind;
  readonly subject_id: string;
  readonly attempts: number;
  readonly token: number;
}

/** Rows that another node is leasing at this moment are passed over, so nodes do not wait for each other. */
const leaseDueWork = `
  WITH due AS MATERIALIZED (
    SELECT workspace, id FROM deskkit_work
    WHERE kind = ANY($1) AND due_at <= now() AND (leased_until IS NULL OR leased_until <= now())
    ORDER BY due_at, workspace, id LIMIT $2
    FOR UPDATE SKIP LOCKED
  )
  UPDATE deskkit_work w
  SET token = nextval('deskkit_lease_token'), leased_until = now() + $3 * interval '1 millisecond'
  FROM due WHERE w.workspace = due.workspace AND w.id = due.id
  RETURNING w.workspace, w.id, w.kind, w.due_at, w.subject_kind, w.subject_id, w.attempts, w.token`;

export function createDirectory(database: Database): Directory {
  return {
    async find(key) {
      const [held] = await database.query<{ workspace: WorkspaceId; kind: RowKind; id: string }>(
        `SELECT workspace, kind, id FROM deskkit_claim WHERE scope = '' AND key = $1`,
        [storedKey(key)],
      );
      return held;
    },
    async leaseWork({ kinds, limit, forMilliseconds }) {
      const leased = await database.query<LeasedRecord & object>(leaseDueWork, [kinds, limit, forMilliseconds]);
      return leased.sort((one, other) => one.due_at.getTime() - other.due_at.getTime()).map(readLeased);
    },
    async listWorkspaces({ after, limit }) {
      // A workspace that was only asked about, or only refused things, has a position but nothing in it.
      const found = await database.query<{ workspace: WorkspaceId }>(
        `SELECT workspace FROM deskkit_position p
         WHERE workspace > $1 AND workspace <> '${hostWorkspace}' AND (seq > 0
           OR EXISTS (SELECT FROM deskkit_row r WHERE r.workspace = p.workspace)
           OR EXISTS (SELECT FROM deskkit_conversation c WHERE c.workspace = p.workspace))
         ORDER BY workspace LIMIT $2`,
        [after ?? '', limit],
      );
      return found.map(({ workspace }) => workspace);
    },
  };
}

function readLeased(record: LeasedRecord): LeasedWork {
  const { workspace, id, kind, attempts, token } = record;
  return {
    workspace,
    id,
    kind,
    dueAt: toInstant(record.due_at.getTime()),
    subject: { kind: record.subject_kind, id: record.subject_id },
    attempts,
    token,
  };
}
