import type { LeasedWork } from '../directory/directory.ts';
import type { AttachmentId, ConversationId } from '../shared/id.ts';
import { emptyChange } from '../storage/change.ts';
import { isStorageError } from '../storage/storage-error.ts';
import { changeConversation } from './change-conversation.ts';
import { commit } from './commit.ts';
import { deliver } from './deliver.ts';
import { doJob } from './do-job.ts';
import type { Parts } from './parts.ts';

/** Longer than the slowest send; who is slower has lost the work to somebody else. */
const leaseMilliseconds = 5 * 60_000;

/**
 * Does what is due: sends deliveries, ends snoozes, forgets what has expired, goes on with jobs. Any number of nodes
 * may call it at once. Gives how much it found; what fails stays leased, and is tried again when the lease has run out.
 */
export async function doWork(
  parts: Parts,
  {
    limit = 20,
    onFailure,
  }: { readonly limit?: number; readonly onFailure?: (error: unknown, work: LeasedWork) => void } = {},
): Promise<number> {
  const due = await parts.directory.leaseWork({
    kinds: ['deliver', 'wake', 'expire', 'job'],
    limit,
    forMilliseconds: leaseMilliseconds,
  });
  await Promise.all(
    due.map(async (work) => {
      try {
        await doOne(parts, work);
      } catch (error) {
        if (!isStorageError(error) || error.code !== 'lease-lost') onFailure?.(error, work);
      }
    }),
  );
  return due.length;
}

async function doOne(parts: Parts, work: LeasedWork): Promise<void> {
  switch (work.kind) {
    case 'deliver':
      return deliver(parts, work);
    case 'wake':
      return wake(parts, work);
    case 'job':
      return doJob(parts, work);
    case 'expire':
      if (work.subject.kind === 'attachment') await parts.blobs.delete(work.subject.id as AttachmentId);
      await commit(parts, { ...emptyChange(work.workspace), remove: [work.subject], settle: [work] });
  }
}

async function wake(parts: Parts, work: LeasedWork): Promise<void> {
  const { workspace, subject } = work;
  // The storage says that it is due: a clock of this node that is behind must not lose the alarm.
  const now = parts.clock.now();
  const clock = { now: () => (now < work.dueAt ? work.dueAt : now) };
  const woken = await changeConversation(
    { ...parts, clock },
    { kind: 'system', workspace },
    {
      conversation: subject.id as ConversationId,
      action: 'write',
      command: { type: 'wake', by: { kind: 'system' } },
      // Opening cancels the alarm in the same commit; settling proves that the lease still held.
      beside: () => ({ settle: [work] }),
    },
  );
  if (!woken.ok) await commit(parts, { ...emptyChange(workspace), settle: [work] });
}
