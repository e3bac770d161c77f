import type { Job, JobTask } from '../job/job.ts';
import type { WorkspaceId } from '../shared/id.ts';
import type { Change } from '../storage/change.ts';
import type { Parts } from './parts.ts';

/** What one step of a job writes, and how many of its rows are done with it. */
export interface Step {
  readonly changes: readonly Change[];
  readonly rows: number;
}

/** What a step works on: at most `limit` rows. */
export interface StepRange {
  readonly workspace: WorkspaceId;
  readonly job: Job;
  readonly limit: number;
}

export interface StepOf<Type extends JobTask['type']> extends StepRange {
  readonly task: Extract<JobTask, { type: Type }>;
}

/** Plans the next step; `undefined` when nothing is left to do. Writes nothing itself. */
export type PlanStep<Type extends JobTask['type']> = (parts: Parts, of: StepOf<Type>) => Promise<Step | undefined>;
