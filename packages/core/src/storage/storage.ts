import type { Scope } from '../access/scope.ts';
import type { CellValue } from '../conversation/cells.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { Term } from '../search/search-words.ts';
import type { ConversationId, MessageId, WorkspaceId } from '../shared/id.ts';
import type { Seq } from '../shared/seq.ts';
import type { Change, Committed, ListPlace } from './change.ts';
import type { ConversationQuery } from './conversation-query.ts';
import type { RowKind, RowOf, RowRef } from './row.ts';

/**
 * Where everything is kept. Workspaces never see each other. Reads see whole commits only, and every commit
 * that was answered before they began. Failures are thrown as `StorageError`.
 */
export interface Storage {
  /**
   * Applies all of `change` or none of it, durably before it answers. Rejects with `version-conflict` when an
   * expected version is no longer the stored one, `key-taken` when another row holds a claimed key, `lease-lost`
   * when a settled token is stale.
   */
  commit(change: Change): Promise<Committed>;

  /** The rows in the order of `ids`, `undefined` where there is none. */
  find<Kind extends RowKind>(
    workspace: WorkspaceId,
    kind: Kind,
    ids: readonly string[],
  ): Promise<readonly (RowOf[Kind] | undefined)[]>;

  /** The row that holds `key` within the workspace. */
  findByKey(workspace: WorkspaceId, key: string): Promise<RowRef | undefined>;

  /** All rows of a kind in the order of their ids, `limit` at a time, beginning after the id `after`. */
  list<Kind extends RowKind>(
    workspace: WorkspaceId,
    kind: Kind,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly RowOf[Kind][]>;

  /** At most `query.limit` conversations that match, in the query's order, each once. */
  listConversations(workspace: WorkspaceId, query: ConversationQuery): Promise<readonly Conversation[]>;

  /** What stands in a list, newest first. */
  readList(workspace: WorkspaceId, list: string, page: ListPage): Promise<readonly ListPlace[]>;

  /**
   * Messages that hold all of `terms`, of conversations in the scope (of one that was merged, of the one that it
   * went into), newest first. No terms find nothing.
   */
  search(workspace: WorkspaceId, query: SearchQuery): Promise<readonly Hit[]>;

  /** Log entries between two positions (both exclusive), oldest first unless told otherwise. */
  listEvents(workspace: WorkspaceId, query: EventQuery): Promise<readonly LogEvent[]>;

  /** Every counter of the workspace that is not zero. */
  readCells(workspace: WorkspaceId): Promise<readonly CellValue[]>;

  /** The seq of the newest log entry; 0 while the log is empty. */
  position(workspace: WorkspaceId): Promise<Seq>;

  /** Removes everything of a workspace: rows, log, keys, work. */
  remove(workspace: WorkspaceId): Promise<void>;

  /** Ends it; commits under way are finished first. */
  close(): Promise<void>;
}

export interface EventQuery {
  /** Of these conversations only. */
  readonly conversations?: readonly ConversationId[];
  readonly after?: Seq;
  readonly before?: Seq;
  readonly order?: 'oldest' | 'newest';
  readonly limit: number;
}

export interface ListPage {
  readonly before?: Seq;
  readonly limit: number;
}

export interface SearchQuery {
  readonly scope: Scope;
  readonly terms: readonly Term[];
  readonly before?: Seq;
  readonly limit: number;
}

export interface Hit {
  readonly message: MessageId;
  readonly conversation: ConversationId;
  readonly seq: Seq;
}
