import type { Job, JobTask } from '../job/job.ts';
import type { ActorRef } from '../people/actor.ts';
import type { Instant } from '../shared/instant.ts';
import type { Change, Work } from '../storage/change.ts';
import type { Parts } from './parts.ts';

/** What begins a job in the commit of the fact that asks for it: its row, and the work for its first step. */
export function startJob(
  parts: Pick<Parts, 'newId'>,
  { task, by, at }: { readonly task: JobTask; readonly by: ActorRef; readonly at: Instant },
): Pick<Change, 'expect' | 'put' | 'schedule'> {
  const job: Job = { id: parts.newId('job'), version: 1, task, by, startedAt: at, done: 0 };
  return {
    expect: [{ kind: 'job', id: job.id, version: 'absent' }],
    put: [{ kind: 'job', row: job }],
    schedule: [jobWork(job, at)],
  };
}

/** The work for a job's next step. */
export function jobWork({ id }: Job, dueAt: Instant): Work {
  return { id: `job/${id}`, kind: 'job', dueAt, subject: { kind: 'job', id }, attempts: 0 };
}
