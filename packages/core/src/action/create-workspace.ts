import { type Actor, refOf } from '../people/actor.ts';
import type { Teammate } from '../people/teammate.ts';
import { externalIdKey } from '../people/unique-keys.ts';
import type { WorkspaceId } from '../shared/id.ts';
import { ok, type Refused, type Result, refuse } from '../shared/result.ts';
import { type Change, emptyChange } from '../storage/change.ts';
import { isStorageError } from '../storage/storage-error.ts';
import {
  domainOf,
  readNewWorkspace,
  type WorkspaceGiven,
  type WorkspaceInvalid,
  type WorkspaceRead,
} from '../workspace/read-new-workspace.ts';
import { toBase64Url } from '../workspace/secret.ts';
import { everywhereKeys } from '../workspace/unique-keys.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { workspaceEvents } from './build-change.ts';
import { combineChanges } from './combine-changes.ts';
import { commit } from './commit.ts';
import { type Forbidden, gateOf } from './gate.ts';
import { claimsOf, newTeammate } from './invite-teammate.ts';
import type { Parts } from './parts.ts';
import { newWorkspace } from './set-up-workspace.ts';

export interface CreatedWorkspace {
  readonly workspace: Workspace;
  readonly owner: Teammate;
}

type Taken =
  | { readonly code: 'mail-domain-taken'; readonly path: 'mailDomain' }
  | { readonly code: 'address-taken'; readonly path: string };
export type CreateRefusal = Forbidden | WorkspaceInvalid | Taken | { readonly code: 'id-taken'; readonly path: 'id' };

/** Makes a workspace with its first owner, for the host; the same again by its id. */
export async function createWorkspace(
  parts: Parts,
  actor: Actor,
  given: WorkspaceGiven,
): Promise<Result<CreatedWorkspace, CreateRefusal>> {
  const forbidden = gateOf(actor, 'manage-workspaces');
  if (forbidden) return forbidden;
  const read = readNewWorkspace(given);
  if (!read.ok) return read;
  const there = given.id && (await findRepeat(parts, given.id, read.value));
  if (there) return there;
  const foreign = await refuseForeign(parts, read.value);
  if (foreign) return foreign;

  const { name, mailDomain, addresses, owner: person } = read.value;
  const by = refOf(actor);
  const id = given.id ?? parts.newId('workspace');
  const widgetKey = `wk_${toBase64Url(parts.newSecret(16))}`;
  const { workspace, change } = newWorkspace(parts, { id, name, mailDomain, addresses, widgetKey }, by);
  const owner = newTeammate(given.owner.id ?? parts.newId('teammate'), { ...person, role: 'owner' });
  const people: Change = {
    ...emptyChange(id),
    expect: [{ kind: 'teammate', id: owner.id, version: 'absent' }],
    put: [{ kind: 'teammate', row: owner }],
    claim: claimsOf(owner),
    events: workspaceEvents([{ type: 'teammate-added', teammate: owner.id }], by, workspace.createdAt),
  };
  try {
    await commit(parts, combineChanges(id, [change, people]));
    return ok({ workspace, owner });
  } catch (error) {
    const key = isStorageError(error) && error.reason.code === 'key-taken' ? error.reason.key : '';
    const taken = takenBy(key, read.value);
    if (!taken) throw error;
    return taken;
  }
}

/** What lies in the mail domain of another workspace is not for the taking. */
async function refuseForeign(
  { directory }: Parts,
  { addresses, mailDomain }: WorkspaceRead,
): Promise<Refused<Taken> | undefined> {
  for (const [index, address] of addresses.entries()) {
    const domain = domainOf(address);
    const holder = domain === mailDomain ? undefined : await directory.find(everywhereKeys.mailDomain(domain));
    if (holder) return refuse({ code: 'address-taken', path: `addresses.${index}` });
  }
  return undefined;
}

function takenBy(key: string, { addresses, mailDomain }: WorkspaceRead): Refused<Taken> | undefined {
  if (key === everywhereKeys.mailDomain(mailDomain)) return refuse({ code: 'mail-domain-taken', path: 'mailDomain' });
  const index = addresses.findIndex((address) => everywhereKeys.address(address) === key);
  return index < 0 ? undefined : refuse({ code: 'address-taken', path: `addresses.${index}` });
}

async function findRepeat(
  { storage }: Parts,
  id: WorkspaceId,
  read: WorkspaceRead,
): Promise<Result<CreatedWorkspace, CreateRefusal> | undefined> {
  const [workspace] = await storage.find(id, 'workspace', [id]);
  if (!workspace) return undefined;
  const person = await storage.findByKey(id, externalIdKey(read.owner.externalId));
  const [owner] = person ? await storage.find(id, 'teammate', [person.id]) : [];
  const given = [read.name, read.mailDomain, ...read.addresses];
  const isSame =
    JSON.stringify(given) === JSON.stringify([workspace.name, workspace.mailDomain, ...workspace.addresses]);
  return isSame && owner ? ok({ workspace, owner }) : refuse({ code: 'id-taken', path: 'id' });
}
