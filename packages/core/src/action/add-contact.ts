import type { AttributePatch } from '../attribute/set-attributes.ts';
import { type Actor, refOf } from '../people/actor.ts';
import { type ClaimedIdentity, type ContactRefusal, changeContact } from '../people/change-contact.ts';
import type { Contact } from '../people/contact.ts';
import { contactClaims } from '../people/unique-keys.ts';
import type { ContactId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { emptyChange } from '../storage/change.ts';
import { isStorageError } from '../storage/storage-error.ts';
import { workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import { loadContactSchema } from './contact-keys.ts';
import { type Forbidden, gateOf } from './gate.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';
import { sameContent } from './same-content.ts';

export type IdentityTaken = { readonly code: 'identity-taken' };
type IdTaken = { readonly code: 'id-taken'; readonly path: 'id' };

export interface NewContact {
  readonly id?: ContactId | undefined;
  readonly name?: string | null | undefined;
  readonly identities?: readonly ClaimedIdentity[] | undefined;
  readonly attributes?: AttributePatch | undefined;
}

/** Adds somebody whom others speak of: what is said of the person is claimed, and proves nothing. */
export async function addContact(
  parts: Parts,
  actor: Actor,
  { id = parts.newId('contact'), name = null, identities: addIdentities = [], attributes }: NewContact,
): Promise<Result<Contact, Forbidden | IdTaken | IdentityTaken | ContactRefusal>> {
  const forbidden = gateOf(actor, 'change-contact');
  if (forbidden) return forbidden;
  return retrying(async () => {
    const { workspace } = actor;
    const blank = { name: null, identities: [], attributes: {}, mergedInto: null, answeredAt: null };
    const createdAt = parts.clock.now();
    const schema = await loadContactSchema(parts, workspace);
    const given = { name, addIdentities, attributes };
    const made = changeContact({ id, version: 1, ...blank, createdAt }, given, schema);
    if (!made.ok) return made;
    const contact = made.value;
    const [there] = await parts.storage.find(workspace, 'contact', [id]);
    if (there) return isSame(there, contact) ? ok(there) : refuse({ code: 'id-taken', path: 'id' });
    return takingIdentities(async () => {
      await commit(parts, {
        ...emptyChange(workspace),
        expect: [{ kind: 'contact', id, version: 'absent' }],
        put: [{ kind: 'contact', row: contact }],
        claim: contactClaims(id, contact.identities),
        events: workspaceEvents([{ type: 'contact-added', contact: id }], refOf(actor), createdAt),
      });
      return contact;
    });
  });
}

/** Writes, and says when an identity is another contact's. */
export async function takingIdentities<Value>(write: () => Promise<Value>): Promise<Result<Value, IdentityTaken>> {
  try {
    return ok(await write());
  } catch (error) {
    if (!isStorageError(error) || error.code !== 'key-taken') throw error;
    return refuse({ code: 'identity-taken' });
  }
}

function isSame(there: Contact, given: Contact): boolean {
  return sameContent(
    [there.name, there.identities, there.attributes],
    [given.name, given.identities, given.attributes],
  );
}
