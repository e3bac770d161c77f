import type { ConversationFact } from '../conversation/event.ts';
import type { Change } from '../storage/change.ts';
import type { Row } from '../storage/row.ts';
import { answerByItself } from './answer-by-itself.ts';
import { assignByPolicy } from './assign-by-policy.ts';
import { buildChange, type Happened } from './build-change.ts';
import type { Parts } from './parts.ts';
import { shareWithLargeTeams } from './share-with-large-teams.ts';

/** What the desk does by itself upon what happened, and what that writes. */
export interface FollowUp extends Pick<Change, 'expect' | 'put' | 'schedule'> {
  readonly facts: readonly ConversationFact[];
}

/** Finds somebody for it by the policy, and answers automatically; `rows` are those that are written anyway. */
export async function followUp(parts: Parts, happened: Happened, rows: readonly Row[]): Promise<FollowUp> {
  const { workspace, facts, at } = happened;
  const nothing: FollowUp = { facts: [], expect: [], put: [], schedule: [] };
  if (!facts.some(({ type }) => type === 'message-added' || type === 'assignee-changed' || type === 'mentioned')) {
    return nothing;
  }
  const { after } = buildChange(happened);
  const written = rows.find((row) => row.kind === 'message');
  const message = written?.kind === 'message' ? written.row : undefined;
  const assigned = await assignByPolicy(parts, workspace, after, facts);
  const answered = await answerByItself(parts, workspace, { conversation: after, facts, message, at, rows });
  const { actor: by, id } = happened;
  const jobs = await shareWithLargeTeams(parts, { workspace, conversation: id, facts, by, at });
  return {
    facts: [...(assigned?.facts ?? []), ...(answered?.facts ?? [])],
    expect: [...(assigned?.expect ?? []), ...(answered?.expect ?? []), ...jobs.flatMap(({ expect }) => expect)],
    put: [...(assigned?.put ?? []), ...(answered?.put ?? []), ...jobs.flatMap(({ put }) => put)],
    schedule: [...(answered?.schedule ?? []), ...jobs.flatMap(({ schedule }) => schedule)],
  };
}
