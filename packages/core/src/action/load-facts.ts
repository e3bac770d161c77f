import type { ConversationCommand } from '../conversation/command.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationEvent } from '../conversation/event.ts';
import type { Facts, Mentioned } from '../conversation/facts.ts';
import { isConversationEvent } from '../log/log-event.ts';
import { mentionedHandles } from '../mention/mentioned-handles.ts';
import type { Teammate } from '../people/teammate.ts';
import { handleKey } from '../people/unique-keys.ts';
import type { TeamId, TeammateId, WorkspaceId } from '../shared/id.ts';
import type { Expectation } from '../storage/change.ts';
import type { RowOf } from '../storage/row.ts';
import type { Parts } from './parts.ts';

/** Facts, and the rows they were read from: the commit expects those to be the same still. */
export interface Loaded<Value> {
  readonly value: Value;
  readonly expect: readonly Expectation[];
}

/** What happened after the version `seen`. */
export async function loadUnseen(
  parts: Parts,
  workspace: WorkspaceId,
  conversation: Conversation,
  seen: number | undefined,
): Promise<readonly ConversationEvent[]> {
  if (seen === undefined || seen >= conversation.version) return [];
  // One event per version, so this is all of them; whoever was away for longer than the limit has missed enough.
  const limit = Math.min(conversation.version - seen, 1000);
  const query = { conversations: [conversation.id], order: 'newest', limit } as const;
  const newest = await parts.storage.listEvents(workspace, query);
  return newest.filter((event) => isConversationEvent(event) && event.version > seen).reverse() as ConversationEvent[];
}

export async function loadTarget(
  parts: Parts,
  workspace: WorkspaceId,
  command: ConversationCommand,
): Promise<Loaded<Facts['target']>> {
  const named = command as { readonly teammate?: TeammateId | null; readonly team?: TeamId | null };
  const teammate = await load(parts, workspace, 'teammate', named.teammate);
  const team = await load(parts, workspace, 'team', named.team);
  return {
    value: { teammate: teammate?.status ?? 'unknown', team: team ? 'known' : 'unknown' },
    expect: [
      ...(teammate ? [{ kind: 'teammate', id: teammate.id, version: teammate.version } as const] : []),
      ...(team ? [{ kind: 'team', id: team.id, version: team.version } as const] : []),
    ],
  };
}

/** What a rule must know when the contact writes. */
export async function loadReceiving(
  parts: Parts,
  workspace: WorkspaceId,
  conversation: Conversation,
): Promise<Pick<Facts, 'assignee' | 'keepTimedSnoozes'>> {
  const [settings] = await parts.storage.find(workspace, 'workspace', [workspace]);
  return {
    assignee: await loadAssignee(parts, workspace, conversation),
    keepTimedSnoozes: settings?.keepTimedSnoozes ?? false,
  };
}

async function loadAssignee(
  parts: Parts,
  workspace: WorkspaceId,
  conversation: Conversation,
): Promise<Facts['assignee']> {
  const teammate = await load(parts, workspace, 'teammate', conversation.assignee.teammate);
  if (!teammate) return conversation.assignee.teammate ? 'deactivated' : 'present';
  if (teammate.status === 'deactivated') return 'deactivated';
  return teammate.availability === 'away' && teammate.reassignAnswers ? 'away-reassigning' : 'present';
}

/** Whom a text mentions; handles of nobody, and of the deactivated, stay text. */
export async function loadMentioned(parts: Parts, workspace: WorkspaceId, text: string): Promise<readonly Mentioned[]> {
  const mentioned: Mentioned[] = [];
  for (const handle of mentionedHandles(text).slice(0, maxMentions)) {
    const owner = await parts.storage.findByKey(workspace, handleKey(handle));
    if (owner?.kind === 'teammate') {
      const teammate = await load(parts, workspace, 'teammate', owner.id);
      if (teammate?.status === 'active') mentioned.push({ teammate: teammate.id });
    } else if (owner?.kind === 'team') {
      const team = owner.id as TeamId;
      mentioned.push({ team, members: await membersOf(parts, workspace, team) });
    }
  }
  return mentioned;
}

/** Beyond so many in one note, mentions are text: nobody means them. */
const maxMentions = 50;

/** The active members of a team. */
export async function membersOf(parts: Parts, workspace: WorkspaceId, team: TeamId): Promise<readonly TeammateId[]> {
  const members = (await listAll(parts, workspace, 'teammate')) as readonly Teammate[];
  return members.filter((one) => one.status === 'active' && one.teams.includes(team)).map((one) => one.id);
}

/** Every row of a kind of which a workspace has hundreds at most. */
export async function listAll<Kind extends 'teammate' | 'team'>(
  parts: Parts,
  workspace: WorkspaceId,
  kind: Kind,
): Promise<readonly RowOf[Kind][]> {
  const all: RowOf[Kind][] = [];
  for (;;) {
    const after = all.at(-1)?.id;
    const page = await parts.storage.list(workspace, kind, { ...(after ? { after } : {}), limit: 500 });
    all.push(...page);
    if (page.length < 500) return all;
  }
}

async function load<Kind extends 'teammate' | 'team'>(
  parts: Parts,
  workspace: WorkspaceId,
  kind: Kind,
  id: string | null | undefined,
): Promise<RowOf[Kind] | undefined> {
  return id ? (await parts.storage.find(workspace, kind, [id]))[0] : undefined;
}
