import type { ActorRef } from '../people/actor.ts';
import type { WorkspaceId } from '../shared/id.ts';
import { type Change, emptyChange } from '../storage/change.ts';
import { defaultSettings } from '../workspace/default-settings.ts';
import { everywhereKeys } from '../workspace/unique-keys.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import type { Parts } from './parts.ts';

export interface NewWorkspace {
  readonly id?: WorkspaceId;
  readonly name: string;
  readonly mailDomain: string;
  readonly addresses: readonly string[];
  readonly widgetKey: string;
  /** Seconds for which a reply by email can be taken back. */
  readonly undoSeconds?: number;
}

/** Makes a workspace. Rejects with `key-taken` when its mail domain, an address or the widget key is another's. */
export async function setUpWorkspace(parts: Parts, given: NewWorkspace): Promise<Workspace> {
  const { workspace, change } = newWorkspace(parts, given, { kind: 'system' });
  await commit(parts, change);
  return workspace;
}

/** A workspace with the settings that nobody has changed, and the change that makes it. */
export function newWorkspace(
  parts: Parts,
  { id = parts.newId('workspace'), ...given }: NewWorkspace,
  by: ActorRef,
): { readonly workspace: Workspace; readonly change: Change } {
  const workspace: Workspace = {
    id,
    version: 1,
    createdAt: parts.clock.now(),
    ...defaultSettings,
    ...given,
  };
  const keys = [
    everywhereKeys.mailDomain(given.mailDomain),
    everywhereKeys.widget(given.widgetKey),
    ...given.addresses.map(everywhereKeys.address),
  ];
  const change: Change = {
    ...emptyChange(id),
    expect: [{ kind: 'workspace', id, version: 'absent' }],
    put: [{ kind: 'workspace', row: workspace }],
    claim: keys.map((key) => ({ within: 'everywhere', key, kind: 'workspace', id })),
    events: workspaceEvents([{ type: 'settings-changed', what: 'workspace' }], by, workspace.createdAt),
  };
  return { workspace, change };
}
