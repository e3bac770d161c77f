import type { Attributes } from '../attribute/attribute.ts';
import type { ContactId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import type { Identity } from './identity.ts';

/** The person who writes in. A contact without name and identities is a visitor that nobody knows yet. */
export interface Contact {
  readonly id: ContactId;
  readonly version: number;
  readonly name: string | null;
  readonly identities: readonly Identity[];
  /** What the host's schema allows. */
  readonly attributes: Attributes;
  /** The contact that it became one with. */
  readonly mergedInto: ContactId | null;
  /** When the desk last answered this contact by itself. */
  readonly answeredAt: Instant | null;
  readonly createdAt: Instant;
}

/** The address that a reply by email goes to; a proven one before a claimed one. */
export function emailOf(contact: Contact): string | undefined {
  const addresses = contact.identities.filter((identity) => identity.kind === 'email');
  return (addresses.find((identity) => identity.proof === 'proven') ?? addresses[0])?.value;
}
