import type { ContactId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { Contact } from './contact.ts';
import type { Identity } from './identity.ts';

export type MergeContactsRefusal = { readonly code: 'merge-into-itself'; readonly path: 'into' } | ContactMerged;

/** The contact has become one with another, which is the one to look at. */
export interface ContactMerged {
  readonly code: 'contact-merged';
  readonly into: ContactId;
  readonly path?: 'into';
}

/**
 * Both contacts as they are once they are one: `into` has the identities of both, and what it lacked; `from` points
 * to it. An address that one has proven is no longer a mere claim of the other.
 */
export function mergeContacts(
  from: Contact,
  into: Contact,
): Result<{ readonly from: Contact; readonly into: Contact }, MergeContactsRefusal> {
  if (from.id === into.id) return refuse({ code: 'merge-into-itself', path: 'into' });
  if (from.mergedInto) return refuse({ code: 'contact-merged', into: from.mergedInto });
  if (into.mergedInto) return refuse({ code: 'contact-merged', into: into.mergedInto, path: 'into' });
  return ok({
    from: { ...from, version: from.version + 1, mergedInto: into.id },
    into: {
      ...into,
      version: into.version + 1,
      name: into.name ?? from.name,
      identities: uniteIdentities(into.identities, from.identities),
      attributes: { ...from.attributes, ...into.attributes },
      answeredAt: later(from.answeredAt, into.answeredAt),
    },
  });
}

/** What is left of a merged contact once nothing hangs on it: where to look, and no word of the person. */
export function emptyContact(merged: Contact): Contact {
  return { ...merged, name: null, identities: [], attributes: {} };
}

function uniteIdentities(own: readonly Identity[], others: readonly Identity[]): readonly Identity[] {
  const all = new Map<string, Identity>();
  for (const identity of [...own, ...others]) {
    const key = JSON.stringify([identity.kind, identity.value]);
    if (all.get(key)?.proof !== 'proven') all.set(key, identity);
  }
  return [...all.values()];
}

function later(one: Instant | null, other: Instant | null): Instant | null {
  return one !== null && (other === null || one > other) ? one : other;
}
