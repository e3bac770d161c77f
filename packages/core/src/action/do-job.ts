import type { LeasedWork } from '../directory/directory.ts';
import type { Job } from '../job/job.ts';
import { emptyChange } from '../storage/change.ts';
import { isStorageError } from '../storage/storage-error.ts';
import { combineChanges } from './combine-changes.ts';
import { commit } from './commit.ts';
import type { Step } from './job-step.ts';
import { moveConversations } from './move-conversations.ts';
import type { Parts } from './parts.ts';
import { releaseTeam, releaseTeammate } from './release-assignee.ts';
import { removeFiles } from './remove-workspace.ts';
import { shareWithTeam } from './share-with-team.ts';
import { jobWork } from './start-job.ts';

const rowsOfStep = 100;

/**
 * Does one step of a job: its rows and its progress are one commit, so that whoever dies leaves nothing done twice or
 * not at all. The next step queues behind all other work that is due.
 */
export async function doJob(parts: Parts, work: LeasedWork): Promise<void> {
  for (let limit = rowsOfStep; ; limit = Math.ceil(limit / 2)) {
    try {
      return await tryStep(parts, work, limit);
    } catch (error) {
      // Of fewer rows, it is less likely that somebody writes one of them meanwhile.
      if (!isStorageError(error) || error.code !== 'version-conflict' || limit === 1) throw error;
    }
  }
}

async function tryStep(parts: Parts, work: LeasedWork, limit: number): Promise<void> {
  const { workspace } = work;
  const nothing = emptyChange(workspace);
  const [job] = await parts.storage.find(workspace, 'job', [work.subject.id]);
  if (!job) {
    await commit(parts, { ...nothing, settle: [work] });
    return;
  }
  const step = await planStep(parts, work, job, limit);
  if (!step && job.task.type === 'remove-workspace') return parts.storage.remove(workspace);
  const own = { ...nothing, expect: [{ kind: 'job', id: job.id, version: job.version } as const], settle: [work] };
  if (!step) {
    await commit(parts, { ...own, remove: [{ kind: 'job', id: job.id }] });
    return;
  }
  const row = { ...job, version: job.version + 1, done: job.done + step.rows };
  const progress = { ...own, put: [{ kind: 'job', row } as const], schedule: [jobWork(job, parts.clock.now())] };
  await commit(parts, combineChanges(workspace, [...step.changes, progress]));
}

function planStep(parts: Parts, { workspace }: LeasedWork, job: Job, limit: number): Promise<Step | undefined> {
  const { task } = job;
  switch (task.type) {
    case 'release-teammate':
      return releaseTeammate(parts, { workspace, job, task, limit });
    case 'release-team':
      return releaseTeam(parts, { workspace, job, task, limit });
    case 'share-with-team':
      return shareWithTeam(parts, { workspace, job, task, limit });
    case 'move-conversations':
      return moveConversations(parts, { workspace, job, task, limit });
    case 'remove-workspace':
      return removeFiles(parts, { workspace, job, task, limit });
  }
}
