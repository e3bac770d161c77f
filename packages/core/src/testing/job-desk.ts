import { commit } from '../action/commit.ts';
import { startJob } from '../action/start-job.ts';
import type { Assignment } from '../conversation/conversation.ts';
import type { JobTask } from '../job/job.ts';
import { plus } from '../shared/instant.ts';
import { emptyChange } from '../storage/change.ts';
import { noFaults, withFaults } from './faulty-storage.ts';
import { openTestDesk } from './test-desk.ts';

/** So long a step that died keeps its lease. */
export const jobLease = 5 * 60_000;

/** A test desk with faults to set, and what tests of jobs look at. */
export async function openJobDesk() {
  const faults = noFaults();
  const test = await openTestDesk({ wrap: (storage) => withFaults(storage, faults) });
  const { desk, owner, workspace, clock } = test;
  const { storage } = desk.parts;
  return {
    ...test,
    faults,
    conversations: () => storage.list(workspace, 'conversation', { limit: 1_000 }),
    jobs: () => storage.list(workspace, 'job', { limit: 10 }),
    events: async (type: string) =>
      (await storage.listEvents(workspace, { limit: 10_000 })).filter((event) => event.type === type),

    /** So many conversations: open, closed, snoozed and spam in turn. */
    async give(count: number, half: Partial<Assignment>): Promise<void> {
      for (let index = 0; index < count; index++) {
        const { conversation } = await desk.receiver.receive(test.inbound());
        await desk.as(owner).assign({ conversation, ...half });
        if (index % 4 === 1) await desk.as(owner).close({ conversation });
        if (index % 4 === 2) await desk.as(owner).snooze({ conversation, until: plus(clock.now(), 1e9) });
        if (index % 4 === 3) await desk.as(owner).markSpam({ conversation });
      }
    },

    async start(task: JobTask): Promise<void> {
      const job = startJob(desk.parts, { task, by: { kind: 'system' }, at: clock.now() });
      await commit(desk.parts, { ...emptyChange(workspace), ...job });
    },

    /** Does all that is due, as long as there is something. */
    async work(): Promise<void> {
      for (let rounds = 0; rounds < 50; rounds++) if ((await desk.doWork()) === 0) return;
      throw new Error('The work does not end');
    },

    /** The `nth` commit from now on fails. */
    failAt(nth: number, fault: () => unknown): void {
      let commits = 0;
      faults.before = () => {
        commits += 1;
        if (commits === nth) throw fault();
      };
    },

    /** What somebody does just before the next commit. */
    meanwhile(act: () => Promise<unknown>): void {
      faults.before = async () => {
        faults.before = () => {};
        await act();
      };
    },
  };
}
