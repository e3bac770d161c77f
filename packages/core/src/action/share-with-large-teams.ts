import type { ConversationFact } from '../conversation/event.ts';
import { maxSharesAtOnce } from '../conversation/facts.ts';
import type { ActorRef } from '../people/actor.ts';
import type { ConversationId, WorkspaceId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import type { Change } from '../storage/change.ts';
import { membersOf } from './load-facts.ts';
import type { Parts } from './parts.ts';
import { startJob } from './start-job.ts';

interface Mention {
  readonly workspace: WorkspaceId;
  readonly conversation: ConversationId;
  readonly facts: readonly ConversationFact[];
  readonly by: ActorRef;
  readonly at: Instant;
}

/** Begins a job for each mentioned team that is too large to be shared with in one commit. */
export async function shareWithLargeTeams(
  parts: Parts,
  { workspace, conversation, facts, by, at }: Mention,
): Promise<readonly Pick<Change, 'expect' | 'put' | 'schedule'>[]> {
  const jobs: Pick<Change, 'expect' | 'put' | 'schedule'>[] = [];
  for (const fact of facts) {
    if (fact.type !== 'mentioned' || !('team' in fact)) continue;
    const { team, message } = fact;
    const members = await membersOf(parts, workspace, team);
    if (members.length <= maxSharesAtOnce) continue;
    const task = { type: 'share-with-team', conversation, message, mentioned: { team, members } } as const;
    jobs.push(startJob(parts, { task, by, at }));
  }
  return jobs;
}
