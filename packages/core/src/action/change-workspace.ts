import type { WorkspaceFact } from '../log/log-event.ts';
import { type Actor, refOf } from '../people/actor.ts';
import { ok, type Refusal, type Result, refuse } from '../shared/result.ts';
import { type Change, emptyChange } from '../storage/change.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';
import { sameContent } from './same-content.ts';

/** What `settings-changed` calls the parts of a workspace's row. */
export type SettingsPart = 'workspace' | 'hours' | 'widget' | 'addresses';

/** The settings as they stand. */
export async function readSettings(parts: Parts, actor: Actor): Promise<Result<Workspace, NotFound | Forbidden>> {
  const forbidden = gateOf(actor, 'read-settings');
  if (forbidden) return forbidden;
  const [workspace] = await parts.storage.find(actor.workspace, 'workspace', [actor.workspace]);
  return workspace ? ok(workspace) : refuse({ code: 'not-found' });
}

/** Loads the settings, lets `alter` decide, and commits what is different; again when somebody was faster. */
export async function changeWorkspace<R extends Refusal>(
  parts: Parts,
  actor: Actor,
  what: SettingsPart,
  alter: (before: Workspace) => Result<Workspace, R> | Promise<Result<Workspace, R>>,
  beside: (after: Workspace, before: Workspace) => Partial<Pick<Change, 'claim' | 'release'>> = () => ({}),
): Promise<Result<Workspace, NotFound | Forbidden | R>> {
  const forbidden = gateOf(actor, 'change-settings');
  if (forbidden) return forbidden;
  return retrying(async () => {
    const { workspace: id } = actor;
    const [before] = await parts.storage.find(id, 'workspace', [id]);
    if (!before) return refuse({ code: 'not-found' });
    const altered = await alter(before);
    if (!altered.ok) return altered;
    if (sameContent(before, altered.value)) return ok(before);
    const after = { ...altered.value, version: before.version + 1 };
    const facts: WorkspaceFact[] = [{ type: 'settings-changed', what }];
    if (after.isolation !== before.isolation) facts.push({ type: 'access-changed', teammate: null });
    await commit(parts, {
      ...emptyChange(id),
      ...beside(after, before),
      expect: [{ kind: 'workspace', id, version: before.version }],
      put: [{ kind: 'workspace', row: after }],
      events: workspaceEvents(facts, refOf(actor), parts.clock.now()),
    });
    return ok(after);
  });
}
