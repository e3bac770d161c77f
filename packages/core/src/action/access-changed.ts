import type { TeammateId, WorkspaceId } from '../shared/id.ts';
import { emptyChange } from '../storage/change.ts';
import { workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import type { Parts } from './parts.ts';

/** Says that a teammate has other rights now, or with `null` that all have. */
export async function accessChanged(parts: Parts, workspace: WorkspaceId, teammate: TeammateId | null): Promise<void> {
  const events = workspaceEvents([{ type: 'access-changed', teammate }], { kind: 'system' }, parts.clock.now());
  await commit(parts, { ...emptyChange(workspace), events });
}
