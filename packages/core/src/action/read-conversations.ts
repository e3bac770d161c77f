import { type Scope, scope } from '../access/scope.ts';
import type { CellValue } from '../conversation/cells.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { cellInScope, countFolder, type Folder, type FolderCounts } from '../conversation/folder.ts';
import type { Actor } from '../people/actor.ts';
import type { Team } from '../people/team.ts';
import type { Teammate } from '../people/teammate.ts';
import type { ConversationId, TeammateId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type ConversationQuery, sortKey } from '../storage/conversation-query.ts';
import { followMerges } from './follow-merges.ts';
import { type Forbidden, gate, gateOf, type NotFound } from './gate.ts';
import { listAll } from './load-facts.ts';
import type { Parts } from './parts.ts';

/** One conversation; a visitor gets the one that its own was merged into. */
export async function findConversation(
  parts: Parts,
  actor: Actor,
  id: ConversationId,
): Promise<Result<Conversation, NotFound | Forbidden>> {
  const now = actor.kind === 'visitor' ? await followMerges(parts, actor, id) : id;
  const [conversation] = await parts.storage.find(actor.workspace, 'conversation', [now]);
  return gate(actor, 'read', conversation);
}

export interface ConversationPage {
  readonly items: readonly Conversation[];
  /** The sort key to go on after; absent on the last page. */
  readonly next?: number;
}

/** One page of a folder, of what the actor can see. */
export async function listConversations(
  parts: Parts,
  actor: Actor,
  ask: Omit<ConversationQuery, 'scope' | 'me'>,
): Promise<Result<ConversationPage, Forbidden>> {
  const forbidden = gateOf(actor, 'read');
  if (forbidden) return forbidden;
  const query = { ...ask, scope: scope(actor), me: meOf(actor), limit: ask.limit + 1 };
  const found = await parts.storage.listConversations(actor.workspace, query);
  const items = found.slice(0, ask.limit);
  const last = items.at(-1);
  return ok(found.length > ask.limit && last ? { items, next: sortKey(last, ask.sort) } : { items });
}

export interface CountedFolder {
  readonly folder: Folder;
  readonly counts: FolderCounts;
}

/** Every folder that the actor has, counted within what it can see, and the counters behind the counts. */
export async function countFolders(
  parts: Parts,
  actor: Actor,
): Promise<Result<{ readonly folders: readonly CountedFolder[]; readonly cells: readonly CellValue[] }, Forbidden>> {
  if (actor.kind === 'visitor') return refuse({ code: 'forbidden' });
  const forbidden = gateOf(actor, 'read');
  if (forbidden) return forbidden;
  const { workspace } = actor;
  const reader = scope(actor);
  const cells = cellsFor(actor, await parts.storage.readCells(workspace));
  const teams = await listAll(parts, workspace, 'team');
  const teammates = await listAll(parts, workspace, 'teammate');
  const folders = foldersOf(actor, reader, teams, teammates).map((folder) => ({
    folder,
    counts: countFolder(cells, folder, reader, meOf(actor)),
  }));
  return ok({ folders, cells });
}

/** The counters that the actor may know and needs: what is shared with others is counted for them alone. */
export function cellsFor(actor: Actor, cells: readonly CellValue[]): readonly CellValue[] {
  const reader = scope(actor);
  const me = meOf(actor);
  return cells.filter(({ cell }) => cellInScope(cell, reader) && (cell.sharedWith === null || cell.sharedWith === me));
}

/** Members have the folders of their own teams; whoever sees everything has all. */
function foldersOf(
  actor: Actor,
  reader: Scope,
  teams: readonly Team[],
  teammates: readonly Teammate[],
): readonly Folder[] {
  const me = meOf(actor);
  const own = me ? ([{ kind: 'me' }, { kind: 'shared' }] as const) : [];
  return [
    { kind: 'unassigned' },
    ...own,
    ...teams
      .filter(({ id }) => reader.kind === 'everything' || (reader.kind === 'member' && reader.teams.includes(id)))
      .map(({ id }) => ({ kind: 'team', team: id }) as const),
    ...teammates
      .filter(({ id, status }) => id !== me && status === 'active')
      .map(({ id }) => ({ kind: 'teammate', teammate: id }) as const),
    { kind: 'all' },
    { kind: 'spam' },
  ];
}

export function meOf(actor: Actor): TeammateId | null {
  return actor.kind === 'teammate' ? actor.id : null;
}
