import type { CellDelta, CellValue } from '../conversation/cells.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { WorkspaceId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import type { Seq } from '../shared/seq.ts';
import type { Row, RowRef } from './row.ts';

/** One atomic write: all of it happens or none of it. Lists may be empty. */
export interface Change {
  readonly workspace: WorkspaceId;
  /** Versions that must still be the stored ones; rows that were only read may be named too. */
  readonly expect: readonly Expectation[];
  /** Rows as they shall be. Seqs in them may be pending (see `pendingSeq`), and are stored as they turn out. */
  readonly put: readonly Row[];
  readonly remove: readonly RowRef[];
  /** In order; the `index`-th has the seq `pendingSeq(index)`, and gets the next real one of its workspace. */
  readonly events: readonly LogEvent[];
  readonly cells: readonly CellDelta[];
  /** Taken after `release`, so that a key can pass from one row to another in one change. */
  readonly claim: readonly Claim[];
  readonly release: readonly Pick<Claim, 'within' | 'key'>[];
  /** Work to do later. Work of the same id is replaced, and who had leased it has lost it. Done after `settle`. */
  readonly schedule: readonly Work[];
  /** Work that is no longer wanted; work that is not there is no error. */
  readonly cancel: readonly Work['id'][];
  /** Leased work that this change finishes; it is removed. */
  readonly settle: readonly Settlement[];
}

export interface Expectation extends RowRef {
  readonly version: number | 'absent';
}

/** A key that one row at most holds, within its workspace or everywhere. */
export interface Claim extends RowRef {
  readonly within: 'workspace' | 'everywhere';
  readonly key: string;
}

export type WorkKind = 'deliver' | 'wake' | 'expire';

/** Something to do at a time or after it. `id` is unique in its workspace. */
export interface Work {
  readonly id: string;
  readonly kind: WorkKind;
  /** By the storage's clock. */
  readonly dueAt: Instant;
  /** The row that it is about. */
  readonly subject: RowRef;
  /** How often it was tried before. */
  readonly attempts: number;
}

/** Proof that one still holds the lease: a stale token is refused. */
export interface Settlement {
  readonly id: Work['id'];
  readonly token: number;
}

/** What a commit did. */
export interface Committed {
  /** The workspace's position before this change; its events have the seqs after it. */
  readonly before: Seq;
  /** The cells that it touched, as they stand now. */
  readonly cells: readonly CellValue[];
}

/** A change of nothing, to be spread and filled in. */
export function emptyChange(workspace: WorkspaceId): Change {
  return {
    workspace,
    expect: [],
    put: [],
    remove: [],
    events: [],
    cells: [],
    claim: [],
    release: [],
    schedule: [],
    cancel: [],
    settle: [],
  };
}
