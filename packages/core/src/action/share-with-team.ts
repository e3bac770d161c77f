import type { ConversationFact } from '../conversation/event.ts';
import { isSharedWith } from '../conversation/mention.ts';
import type { Told } from '../notification/tell.ts';
import type { SystemActor } from '../people/actor.ts';
import { workspaceEvents } from './build-change.ts';
import { plan } from './change-conversation.ts';
import { followMerges } from './follow-merges.ts';
import type { PlanStep } from './job-step.ts';
import { notificationRows, wanted } from './notify.ts';

/** Shares with the next members of a large team that was mentioned, and tells them; never who wrote the note. */
export const shareWithTeam: PlanStep<'share-with-team'> = async (parts, { workspace, job, task, limit }) => {
  const { members } = task.mentioned;
  if (job.done >= members.length) return undefined;
  const next = members.slice(job.done, job.done + limit);
  const system: SystemActor = { kind: 'system', workspace };
  const id = await followMerges(parts, system, task.conversation);
  const [conversation] = await parts.storage.find(workspace, 'conversation', [id]);
  if (!conversation) return undefined;

  const { by } = job;
  const rows = await parts.storage.find(workspace, 'teammate', next);
  const there = rows.flatMap((row) => (row?.status === 'active' && !isBy(row.id) ? [row.id] : []));
  const facts = there
    .filter((teammate) => !isSharedWith(conversation, teammate))
    .map((teammate): ConversationFact => ({ type: 'shared', teammate, because: 'mentioned' }));
  const all = there.map((teammate): Told => ({ teammate, because: 'team-mentioned', message: task.message }));
  const told = await wanted(parts, workspace, all);
  if (facts.length + told.length === 0) return { changes: [], rows: next.length };

  const at = parts.clock.now();
  const offset = facts.length;
  const notified = notificationRows(parts, told, { conversation: id, by, at, offset });
  const beside = {
    put: notified.put,
    enlist: notified.enlist,
    events: workspaceEvents(notified.facts, { kind: 'system' }, at, offset),
  };
  const happened = { workspace, id, before: conversation, facts, actor: by, at };
  const { change } = await plan(parts, { happened, expect: [], beside });
  return { changes: [change], rows: next.length };

  function isBy(teammate: string): boolean {
    return by.kind === 'teammate' && by.id === teammate;
  }
};
