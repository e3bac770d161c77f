import type { ConversationStatus } from '../conversation/conversation.ts';
import type { SavedViewId, TagId, TeammateId } from '../shared/id.ts';
import type { ConversationSort } from '../storage/conversation-query.ts';

/** A list that somebody wants to come back to: a folder with filters. */
export interface SavedView {
  readonly id: SavedViewId;
  readonly version: number;
  readonly name: string;
  /** Whose it is; `null`: everybody's. */
  readonly owner: TeammateId | null;
  /** As `folderKey` writes it. */
  readonly folder: string;
  readonly status: ConversationStatus | null;
  readonly channel: string | null;
  readonly tag: TagId | null;
  readonly sort: ConversationSort;
}
