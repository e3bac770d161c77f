import type { ConversationStatus } from '../conversation/conversation.ts';
import type { ConversationSort } from '../conversation/conversation-sort.ts';
import { folderKey } from '../conversation/folder.ts';
import { parseFolder } from '../conversation/parse-folder.ts';
import type { SavedViewId, TagId, TeammateId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type NameInvalid, readName } from '../workspace/name.ts';

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

/** Views that everybody shares, and that one teammate has, at most. */
export const maxSavedViews = { shared: 500, own: 50 } as const;

export type Shown = Pick<SavedView, 'name' | 'folder' | 'status' | 'channel' | 'tag' | 'sort'>;
export type SavedViewRefusal =
  | NameInvalid
  | { readonly code: 'view-invalid'; readonly path: 'folder' | 'status' | 'channel' };

/** What somebody wants a view to show, as it is kept. The folder Spam has no statuses. */
export function readSavedView(given: Shown): Result<Shown, SavedViewRefusal> {
  const name = readName(given.name);
  if (name === undefined) return refuse({ code: 'name-invalid', path: 'name' });
  const folder = parseFolder(given.folder);
  if (!folder) return refuse({ code: 'view-invalid', path: 'folder' });
  if (folder.kind === 'spam' && given.status) return refuse({ code: 'view-invalid', path: 'status' });
  const channel = given.channel === null ? null : readName(given.channel, 60);
  if (channel === undefined) return refuse({ code: 'view-invalid', path: 'channel' });
  return ok({ ...given, name, channel, folder: folderKey(folder) });
}
