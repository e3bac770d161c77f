import { type Actor, refOf, type VisitorActor } from '../people/actor.ts';
import {
  type ContactGiven,
  type ContactRefusal,
  changeContact as decideContact,
  describeContact,
} from '../people/change-contact.ts';
import type { Contact } from '../people/contact.ts';
import type { ContactMerged } from '../people/merge-contacts.ts';
import { contactClaims, identityKey } from '../people/unique-keys.ts';
import type { ContactId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type Change, emptyChange } from '../storage/change.ts';
import type { Given } from '../workspace/without-absent.ts';
import { type IdentityTaken, takingIdentities } from './add-contact.ts';
import { workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import { keysHeldBy, loadContactSchema } from './contact-keys.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import { followContacts } from './move-conversations.ts';
import type { Parts } from './parts.ts';
import { findKnown } from './read-contacts.ts';
import { retrying } from './retrying.ts';
import { sameContent } from './same-content.ts';

export type ChangeContactRefusal = NotFound | Forbidden | ContactMerged | IdentityTaken | ContactRefusal;

/** Changes what is known of a contact; members may with those whom they know. */
export async function changeContact(
  parts: Parts,
  actor: Actor,
  { contact: id, ...given }: { readonly contact: ContactId } & ContactGiven,
): Promise<Result<Contact, ChangeContactRefusal>> {
  const forbidden = gateOf(actor, 'change-contact');
  if (forbidden) return forbidden;
  return retrying(async () => {
    const before = await findWritable(parts, actor, id);
    if (!before.ok) return before;
    const decided = decideContact(before.value, given, await loadContactSchema(parts, actor.workspace));
    if (!decided.ok) return decided;
    const keys = await newKeys(parts, actor, { before: before.value, after: decided.value });
    return takingIdentities(() => write(parts, actor, { before: before.value, after: decided.value, keys }));
  });
}

export type DescribeMyselfRefusal =
  | NotFound
  | Forbidden
  | Extract<ContactRefusal, { readonly code: 'name-invalid' }>
  | { readonly code: 'address-invalid'; readonly path: 'email' };

/** What visitors say of themselves: it proves nothing, and tells nobody whether an address is known. */
export async function describeMyself(
  parts: Parts,
  actor: VisitorActor,
  given: Given<{ readonly name: string | null; readonly email: string | null }>,
): Promise<Result<Contact, DescribeMyselfRefusal>> {
  const forbidden = gateOf(actor, 'answer');
  if (forbidden) return forbidden;
  return retrying(async () => {
    const before = await followContacts(parts, actor.workspace, actor.contact);
    if (!before) return refuse({ code: 'not-found' });
    const after = describeContact(before, given);
    if (!after.ok) return after;
    const keys = await newKeys(parts, actor, { before, after: after.value });
    const free = await Promise.all(keys.claim.map(({ key }) => parts.storage.findByKey(actor.workspace, key)));
    const claim = keys.claim.filter((_, index) => free[index] === undefined);
    return ok(await write(parts, actor, { before, after: after.value, keys: { ...keys, claim } }));
  });
}

type Keys = Pick<Change, 'claim' | 'release'>;
interface Altered {
  readonly before: Contact;
  readonly after: Contact;
}

async function findWritable(
  parts: Parts,
  actor: Actor,
  id: ContactId,
): Promise<Result<Contact, NotFound | Forbidden | ContactMerged>> {
  const found = await findKnown(parts, actor, id);
  if (!found.ok || !found.value.mergedInto) return found;
  return refuse({ code: 'contact-merged', into: found.value.mergedInto });
}

/** The keys of what is new, and those that go with what is gone. */
async function newKeys(parts: Parts, { workspace }: Actor, { before, after }: Altered): Promise<Keys> {
  const [old, now] = [before, after].map(({ identities }) => new Set(identities.map(identityKey)));
  const held = await keysHeldBy(parts, workspace, before);
  return {
    claim: contactClaims(after.id, after.identities).filter(({ key }) => !old?.has(key)),
    release: held.filter((key) => !now?.has(key)).map((key) => ({ within: 'workspace', key })),
  };
}

async function write(
  parts: Parts,
  actor: Actor,
  { before, after, keys }: Altered & { readonly keys: Keys },
): Promise<Contact> {
  if (sameContent(before, after)) return before;
  const { id, version } = before;
  const row = { ...after, version: version + 1 };
  await commit(parts, {
    ...emptyChange(actor.workspace),
    ...keys,
    expect: [{ kind: 'contact', id, version }],
    put: [{ kind: 'contact', row }],
    events: workspaceEvents([{ type: 'contact-changed', contact: id }], refOf(actor), parts.clock.now()),
  });
  return row;
}
