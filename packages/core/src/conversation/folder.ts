import { type Scope, scopeCovers } from '../access/scope.ts';
import type { TeamId, TeammateId } from '../shared/id.ts';
import type { Cell, CellValue } from './cells.ts';
import type { Assignment, Conversation } from './conversation.ts';

/** A place in the inbox. `me` and `shared` are the reader's own. */
export type Folder =
  | { readonly kind: 'unassigned' | 'me' | 'shared' | 'all' | 'spam' }
  | { readonly kind: 'team'; readonly team: TeamId }
  | { readonly kind: 'teammate'; readonly teammate: TeammateId };

/** As the API writes it: `unassigned`, `team:tem_…`. */
export function folderKey(folder: Folder): string {
  if (folder.kind === 'team') return `team:${folder.team}`;
  return folder.kind === 'teammate' ? `teammate:${folder.teammate}` : folder.kind;
}

/** Whether the conversation lies in the folder of the reader `me`, whatever its tab. A merged one lies in none. */
export function isInFolder(conversation: Conversation, folder: Folder, me: TeammateId | null): boolean {
  if (conversation.mergedInto || conversation.spam !== (folder.kind === 'spam')) return false;
  if (folder.kind === 'shared') return conversation.sharedWith.some((share) => share.teammate === me);
  return holds(folder, conversation.assignee, me);
}

export interface FolderCounts {
  readonly open: number;
  readonly snoozed: number;
  readonly closed: number;
  readonly spam: number;
}

/** A folder's counts: the sum over those cells that lie in it and in the reader's scope. */
export function countFolder(
  cells: readonly CellValue[],
  folder: Folder,
  scope: Scope,
  me: TeammateId | null,
): FolderCounts {
  const counts = { open: 0, snoozed: 0, closed: 0, spam: 0 };
  for (const { cell, value } of cells) {
    if (isCounted(cell, folder, scope, me)) counts[cell.tab] += value;
  }
  return counts;
}

/** Whether a reader with this scope may know the counter. */
export function cellInScope(cell: Cell, scope: Scope): boolean {
  if (scope.kind === 'everything') return true;
  if (scope.kind !== 'member') return false;
  return cell.sharedWith === null ? scopeCovers(scope, cell) : cell.sharedWith === scope.sharedWith;
}

/** A shared conversation that the assignment hides is in its sharing cell alone; one that it shows is in both. */
function isCounted(cell: Cell, folder: Folder, scope: Scope, me: TeammateId | null): boolean {
  if ((cell.tab === 'spam') !== (folder.kind === 'spam') || !cellInScope(cell, scope)) return false;
  if (folder.kind === 'shared') return me !== null && cell.sharedWith === me;
  if (!holds(folder, cell, me)) return false;
  return cell.sharedWith === null || (scope.kind === 'member' && !scopeCovers(scope, cell));
}

function holds(folder: Folder, assignee: Assignment, me: TeammateId | null): boolean {
  switch (folder.kind) {
    case 'unassigned':
      return assignee.team === null && assignee.teammate === null;
    case 'me':
      return me !== null && assignee.teammate === me;
    case 'team':
      return assignee.team === folder.team;
    case 'teammate':
      return assignee.teammate === folder.teammate;
    case 'shared':
      return false;
    default:
      return true;
  }
}
