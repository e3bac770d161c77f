import type { CellDelta, CellValue } from '../conversation/cells.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { ConversationId, MessageId, WorkspaceId } from '../shared/id.ts';
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
  /** Rows that take a place in a list (see `Storage.readList`), or give theirs up; before `enlist`. */
  readonly delist: readonly ListPlace[];
  readonly enlist: readonly ListPlace[];
  /** What search finds: the words of a message, as `searchWords` gives them. A message indexed again is replaced. */
  readonly index: readonly IndexedMessage[];
  readonly unindex: readonly MessageId[];
  /** Everything indexed for `from` counts as `into`'s from now on. */
  readonly reindex: readonly { readonly from: ConversationId; readonly into: ConversationId }[];
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

/** A row's place in a list. A row stands in a list once at most. */
export interface ListPlace extends RowRef {
  /** `notifications/tmt_…`. */
  readonly list: string;
  /** May be pending (see `pendingSeq`); of no meaning when it is given up. */
  readonly seq: Seq;
}

export interface IndexedMessage {
  readonly message: MessageId;
  readonly conversation: ConversationId;
  /** Of its `message-added`; may be pending. */
  readonly seq: Seq;
  /** In the order of the text, with repetitions. */
  readonly words: readonly string[];
}

export type WorkKind = 'deliver' | 'wake' | 'expire' | 'job';

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
    delist: [],
    enlist: [],
    index: [],
    unindex: [],
    reindex: [],
    schedule: [],
    cancel: [],
    settle: [],
  };
}
