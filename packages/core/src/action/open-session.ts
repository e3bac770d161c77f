import type { VisitorActor } from '../people/actor.ts';
import type { Contact } from '../people/contact.ts';
import { type Identity, normaliseAddress } from '../people/identity.ts';
import { identityKey } from '../people/unique-keys.ts';
import type { WorkspaceId } from '../shared/id.ts';
import { emptyChange } from '../storage/change.ts';
import { workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import { newContact } from './find-contact.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

/** What the host vouches for, once its signature was checked. */
export interface ProvenVisitor {
  /** The host's own id of its user. */
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}

/** A new visitor session: of somebody unknown, or of the contact whose identity the host signed. */
export function openSession(
  parts: Parts,
  workspace: WorkspaceId,
  proven: ProvenVisitor | null,
  name: string | null = null,
): Promise<VisitorActor> {
  return retrying(async () => {
    const id = parts.newId('session');
    const createdAt = parts.clock.now();
    const known = proven && (await findProven(parts, workspace, proven.id));
    const found = known
      ? { contact: known, isNew: false, expect: [], put: [], claim: [] }
      : await unknown(parts, workspace, proven, name);
    const session = { id, version: 1, contact: found.contact.id, identity: proven?.id ?? null, createdAt };
    const added = found.isNew ? [{ type: 'contact-added', contact: found.contact.id } as const] : [];
    await commit(parts, {
      ...emptyChange(workspace),
      expect: [{ kind: 'session', id, version: 'absent' }, ...found.expect],
      put: [{ kind: 'session', row: session }, ...found.put],
      claim: found.claim,
      events: workspaceEvents(added, { kind: 'system' }, createdAt),
    });
    return { kind: 'visitor', workspace, session: id, contact: found.contact.id, identity: session.identity };
  });
}

async function findProven(parts: Parts, workspace: WorkspaceId, id: string): Promise<Contact | undefined> {
  const holder = await parts.storage.findByKey(workspace, identityKey({ kind: 'host', value: id, proof: 'proven' }));
  return holder ? (await parts.storage.find(workspace, 'contact', [holder.id]))[0] : undefined;
}

/** An address that another contact has proven stays with that one. */
async function unknown(parts: Parts, workspace: WorkspaceId, proven: ProvenVisitor | null, name: string | null) {
  const identities: Identity[] = proven ? [{ kind: 'host', value: proven.id, proof: 'proven' }] : [];
  const email: Identity | null = proven?.email
    ? { kind: 'email', value: normaliseAddress(proven.email), proof: 'proven' }
    : null;
  if (email && !(await parts.storage.findByKey(workspace, identityKey(email)))) identities.push(email);
  return newContact(parts, proven?.name ?? name ?? '', identities);
}
