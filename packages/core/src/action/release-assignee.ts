import type { Scope } from '../access/scope.ts';
import type { ConversationCommand } from '../conversation/command.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { decide } from '../conversation/decide.ts';
import { plainFacts } from '../conversation/facts.ts';
import { decideTeammate } from '../people/decide-teammate.ts';
import { type Change, type Expectation, emptyChange } from '../storage/change.ts';
import { workspaceEvents } from './build-change.ts';
import { plan } from './change-conversation.ts';
import type { PlanStep, StepOf, StepRange } from './job-step.ts';
import { listAll } from './load-facts.ts';
import type { Parts } from './parts.ts';

/** Takes a deactivated teammate off conversations, whose team keeps them. Who is back keeps what is left. */
export const releaseTeammate: PlanStep<'release-teammate'> = async (parts, of) => {
  const { teammate } = of.task;
  const [row] = await parts.storage.find(of.workspace, 'teammate', [teammate]);
  if (row?.status !== 'deactivated') return undefined;
  const half = { teammate: null, because: 'assignee-gone' } as const;
  const scope: Scope = { ...nothing(parts), assignee: teammate };
  return release(parts, of, { scope, half, expect: { kind: 'teammate', id: row.id, version: row.version } });
};

/** Takes a deleted team off conversations, and then its members out of it; until then they see what was theirs. */
export const releaseTeam: PlanStep<'release-team'> = async (parts, of) => {
  const { team } = of.task;
  const [row] = await parts.storage.find(of.workspace, 'team', [team]);
  // Somebody has made it anew under the same id.
  if (row) return undefined;
  const half = { team: null, because: 'team-deleted' } as const;
  const scope: Scope = { ...nothing(parts), teams: [team] };
  const expect = { kind: 'team', id: team, version: 'absent' } as const;
  return (await release(parts, of, { scope, half, expect })) ?? dismiss(parts, of);
};

interface Releasing {
  readonly scope: Scope;
  readonly half: Pick<ConversationCommand & { type: 'reassign' }, 'teammate' | 'team' | 'because'>;
  /** What the commit expects, so that nobody comes back meanwhile. */
  readonly expect: Expectation;
}

async function release(parts: Parts, { workspace, job, limit }: StepRange, { scope, half, expect }: Releasing) {
  const found = await listInScope(parts, { workspace, limit }, scope);
  if (found.length === 0) return undefined;
  const changes: Change[] = [];
  for (const conversation of found) {
    const at = parts.clock.now();
    const decided = decide(conversation, { type: 'reassign', by: job.by, ...half }, plainFacts, at);
    if (!decided.ok) throw new Error(`Nobody is refused to be taken off, but this was: ${decided.refusal.code}`);
    const happened = { workspace, id: conversation.id, before: conversation, facts: decided.value, actor: job.by, at };
    changes.push((await plan(parts, { happened, expect: [expect], beside: {} })).change);
  }
  return { changes, rows: changes.length };
}

/** Conversations of every tab, and spam. What is done leaves the scope, so each step begins anew. */
async function listInScope(
  parts: Parts,
  { workspace, limit }: Pick<StepRange, 'workspace' | 'limit'>,
  scope: Scope,
): Promise<readonly Conversation[]> {
  const ask = { scope, me: null, sort: 'newest', limit } as const;
  for (const kind of ['all', 'spam'] as const) {
    const found = await parts.storage.listConversations(workspace, { ...ask, folder: { kind } });
    if (found.length > 0) return found;
  }
  return [];
}

/** The scope of a member whom nothing is given to or shared with: a new id is nobody's. */
function nothing(parts: Parts): Scope & { kind: 'member' } {
  const nobody = parts.newId('teammate');
  return { kind: 'member', noTeam: false, teams: [], assignee: nobody, sharedWith: nobody };
}

async function dismiss(parts: Parts, { workspace, job, task, limit }: StepOf<'release-team'>) {
  const all = await listAll(parts, workspace, 'teammate');
  const members = all.filter(({ teams }) => teams.includes(task.team)).slice(0, limit);
  if (members.length === 0) return undefined;
  const changes = members.map((member): Change => {
    const given = { teams: member.teams.filter((team) => team !== task.team) };
    const decided = decideTeammate(member, given, { mayChangeOwners: true, hasOtherOwner: true });
    if (!decided.ok)
      throw new Error(`Whoever is in a team can leave it, but this was refused: ${decided.refusal.code}`);
    const { teammate, happened } = decided.value;
    return {
      ...emptyChange(workspace),
      expect: [{ kind: 'teammate', id: member.id, version: member.version }],
      put: [{ kind: 'teammate', row: teammate }],
      events: workspaceEvents(happened, job.by, parts.clock.now()),
    };
  });
  return { changes, rows: changes.length };
}
