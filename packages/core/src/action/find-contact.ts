import type { Mailbox } from '../message/message.ts';
import type { Contact } from '../people/contact.ts';
import { type Identity, normaliseAddress } from '../people/identity.ts';
import { contactClaims, identityKey } from '../people/unique-keys.ts';
import type { ContactId, WorkspaceId } from '../shared/id.ts';
import type { Claim, Expectation } from '../storage/change.ts';
import type { Row } from '../storage/row.ts';
import type { Parts } from './parts.ts';

/** A contact, and what is to be written where it is new. */
export interface FoundContact {
  readonly contact: Contact;
  readonly isNew: boolean;
  readonly expect: readonly Expectation[];
  readonly put: readonly Row[];
  readonly claim: readonly Claim[];
}

/**
 * The contact behind an address. With proof, the one that has proven it; without, the one that collects what is
 * merely claimed: never one that has proven it.
 */
export async function findContactByAddress(
  parts: Parts,
  workspace: WorkspaceId,
  { name, address }: Mailbox,
  proof: Identity['proof'],
): Promise<FoundContact> {
  const identity: Identity = { kind: 'email', value: normaliseAddress(address), proof };
  const holder = await parts.storage.findByKey(workspace, identityKey(identity));
  const [contact] = holder ? await parts.storage.find(workspace, 'contact', [holder.id]) : [];
  return contact ? { contact, isNew: false, expect: [], put: [], claim: [] } : newContact(parts, name, [identity]);
}

export function newContact(parts: Parts, name: string, identities: readonly Identity[]): FoundContact {
  const id: ContactId = parts.newId('contact');
  const contact: Contact = {
    id,
    version: 1,
    name: name || null,
    identities,
    attributes: {},
    mergedInto: null,
    answeredAt: null,
    createdAt: parts.clock.now(),
  };
  return {
    contact,
    isNew: true,
    expect: [{ kind: 'contact', id, version: 'absent' }],
    put: [{ kind: 'contact', row: contact }],
    claim: contactClaims(id, identities),
  };
}
