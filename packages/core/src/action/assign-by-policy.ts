import { type Candidate, pickAssignee } from '../assignment/pick-assignee.ts';
import { wantsAssignee } from '../assignment/wants-assignee.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationFact } from '../conversation/event.ts';
import type { TeammateId, WorkspaceId } from '../shared/id.ts';
import type { Change } from '../storage/change.ts';
import { listAll } from './load-facts.ts';
import type { Parts } from './parts.ts';

type Assigned = Pick<Change, 'expect' | 'put'> & { readonly facts: readonly ConversationFact[] };

/** Gives the conversation to somebody by the policy of its team, or of the workspace; nothing where it has none. */
export async function assignByPolicy(
  parts: Parts,
  workspace: WorkspaceId,
  conversation: Conversation,
  facts: readonly ConversationFact[],
): Promise<Assigned | undefined> {
  if (!wantsAssignee(conversation, facts)) return undefined;
  const { team } = conversation.assignee;
  const [place] = team
    ? await parts.storage.find(workspace, 'team', [team])
    : await parts.storage.find(workspace, 'workspace', [workspace]);
  if (!place || place.assignment.kind === 'manual') return undefined;

  const id = team ?? workspace;
  const [rotation] = await parts.storage.find(workspace, 'rotation', [id]);
  const candidates = await loadCandidates(parts, workspace, team);
  const teammate = pickAssignee(place.assignment, candidates, rotation?.last ?? null);
  if (!teammate) return undefined;
  const version = rotation?.version ?? 0;
  const { assignee } = conversation;
  return {
    facts: [{ type: 'assignee-changed', from: assignee, to: { ...assignee, teammate }, because: 'policy' }],
    expect: [{ kind: 'rotation', id, version: rotation?.version ?? 'absent' }],
    put: [{ kind: 'rotation', row: { id, version: version + 1, last: teammate } }],
  };
}

async function loadCandidates(
  parts: Parts,
  workspace: WorkspaceId,
  team: string | null,
): Promise<readonly Candidate[]> {
  const teammates = await listAll(parts, workspace, 'teammate');
  const open = new Map<TeammateId, number>();
  for (const { cell, value } of await parts.storage.readCells(workspace)) {
    if (cell.tab !== 'open' || cell.sharedWith !== null || !cell.teammate) continue;
    open.set(cell.teammate, (open.get(cell.teammate) ?? 0) + value);
  }
  return teammates
    .filter(({ teams }) => team === null || (teams as readonly string[]).includes(team))
    .map(({ id, availability, status }) => ({
      teammate: id,
      availability,
      active: status === 'active',
      open: open.get(id) ?? 0,
    }));
}
