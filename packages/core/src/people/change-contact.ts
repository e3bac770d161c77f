import type { AttributeSchema } from '../attribute/attribute-schema.ts';
import { type AttributeInvalid, type AttributePatch, setAttributes } from '../attribute/set-attributes.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { readAddress } from '../workspace/address.ts';
import { type NameInvalid, readName } from '../workspace/name.ts';
import type { Given } from '../workspace/without-absent.ts';
import type { Contact } from './contact.ts';
import type { Identity } from './identity.ts';

/** An identity that somebody merely says: it proves nothing. */
export type ClaimedIdentity = Pick<Identity, 'kind' | 'value'>;

/** What is to be changed; absent keys stay. */
export type ContactGiven = Given<{
  readonly name: string | null;
  readonly addIdentities: readonly ClaimedIdentity[];
  readonly removeIdentities: readonly ClaimedIdentity[];
  readonly attributes: AttributePatch;
}>;

export type ContactRefusal =
  | NameInvalid
  | AttributeInvalid
  | { readonly code: 'identity-invalid'; readonly path: string }
  | { readonly code: 'identity-proven'; readonly path: string }
  | { readonly code: 'limit-reached'; readonly limit: number };

const maxIdentities = 50;

/** The contact with what was given. What is proven stays: nobody takes it away, and nobody's word proves anything. */
export function changeContact(
  before: Contact,
  given: ContactGiven,
  schema: AttributeSchema,
): Result<Contact, ContactRefusal> {
  const name = given.name === undefined ? before.name : given.name === null ? null : readName(given.name);
  if (name === undefined) return refuse({ code: 'name-invalid', path: 'name' });
  const { addIdentities = [], removeIdentities = [] } = given;
  let identities = before.identities;
  for (const [index, identity] of removeIdentities.entries()) {
    const value = readValue(identity);
    const found = identities.find((one) => one.kind === identity.kind && one.value === value);
    if (found?.proof === 'proven') return refuse({ code: 'identity-proven', path: `removeIdentities.${index}` });
    identities = identities.filter((one) => one !== found);
  }
  for (const [index, { kind, ...said }] of addIdentities.entries()) {
    const value = readValue({ kind, ...said });
    if (value === undefined) return refuse({ code: 'identity-invalid', path: `addIdentities.${index}.value` });
    if (identities.some((one) => one.kind === kind && one.value === value)) continue;
    identities = [...identities, { kind, value, proof: 'claimed' }];
  }
  if (identities.length > Math.max(maxIdentities, before.identities.length)) {
    return refuse({ code: 'limit-reached', limit: maxIdentities });
  }
  const attributes = setAttributes(schema, before.attributes, given.attributes ?? {});
  return attributes.ok ? ok({ ...before, name, identities, attributes: attributes.value }) : attributes;
}

/** As it is kept: an address normalised, the host's own id of its user as it is. */
function readValue({ kind, value }: ClaimedIdentity): string | undefined {
  if (kind === 'email') return readAddress(value);
  return /^[^\p{Cc}\p{Cs}]{1,200}$/u.test(value) ? value : undefined;
}

/** What a visitor says of itself: its address takes the place of those that were merely claimed before. */
export function describeContact(
  before: Contact,
  { name, email }: Given<{ readonly name: string | null; readonly email: string | null }>,
): Result<Contact, NameInvalid | { readonly code: 'address-invalid'; readonly path: 'email' }> {
  const readable = name === undefined ? before.name : name === null ? null : readName(name);
  if (readable === undefined) return refuse({ code: 'name-invalid', path: 'name' });
  if (email === undefined) return ok({ ...before, name: readable });
  const address = email === null ? null : readAddress(email);
  if (address === undefined) return refuse({ code: 'address-invalid', path: 'email' });
  const kept = before.identities.filter((one) => one.kind !== 'email' || one.proof === 'proven');
  const isProven = kept.some((one) => one.kind === 'email' && one.value === address);
  const claimed: readonly Identity[] =
    address === null || isProven ? [] : [{ kind: 'email', value: address, proof: 'claimed' }];
  return ok({ ...before, name: readable, identities: [...kept, ...claimed] });
}
