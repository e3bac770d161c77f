import type { ContactId } from '../shared/id.ts';
import { normaliseHandle } from './handle.ts';
import type { Identity } from './identity.ts';

/** The unique key of a handle: teammates and teams share them. */
export function handleKey(handle: string): string {
  return `handle/${normaliseHandle(handle)}`;
}

/** The unique key of a teammate by the host's own id of this person. */
export function externalIdKey(externalId: string): string {
  return `teammate/${externalId}`;
}

/** One contact at most has proven an identity, and one at most collects the mail of those who merely claim it. */
export function identityKey({ kind, value, proof }: Identity): string {
  return `contact/${proof}/${kind}/${value}`;
}

/** All unique keys of a contact. */
export function contactClaims(id: ContactId, identities: readonly Identity[]) {
  return identities.map(
    (identity) => ({ within: 'workspace', key: identityKey(identity), kind: 'contact', id }) as const,
  );
}
