import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../shared/instant.ts';
import { buildContact } from '../testing/builders.ts';
import type { Identity } from './identity.ts';
import { emptyContact, mergeContacts } from './merge-contacts.ts';

const early = '2026-01-01T00:00:00.000Z' as Instant;
const late = '2026-01-02T00:00:00.000Z' as Instant;
const email = (value: string, proof: Identity['proof']): Identity => ({ kind: 'email', value, proof });

describe('two contacts that become one', () => {
  it('are the identities of both, what only one had, and a pointer', () => {
    const from = buildContact({
      name: 'Kim',
      identities: [email('a@x.org', 'proven'), email('b@x.org', 'claimed')],
      attributes: { plan: 'pro', age: 7 },
      answeredAt: late,
    });
    const into = buildContact({
      identities: [email('a@x.org', 'claimed'), email('b@x.org', 'proven')],
      attributes: { plan: 'free' },
      answeredAt: early,
    });
    expect(mergeContacts(from, into)).toEqual({
      ok: true,
      value: {
        from: { ...from, version: 2, mergedInto: into.id },
        into: {
          ...into,
          version: 2,
          name: 'Kim',
          identities: [email('a@x.org', 'proven'), email('b@x.org', 'proven')],
          attributes: { plan: 'free', age: 7 },
          answeredAt: late,
        },
      },
    });
  });

  it('keep the name of the one that stays', () => {
    const merged = mergeContacts(buildContact({ name: 'Other' }), buildContact({ name: 'Kim' }));
    expect(merged).toMatchObject({ value: { into: { name: 'Kim', answeredAt: null } } });
  });

  it('are two, and neither has become one with another before', () => {
    const [one, other, third] = [buildContact(), buildContact(), buildContact().id];
    const merged = { ...one, mergedInto: third };
    expect(mergeContacts(one, one)).toEqual({ ok: false, refusal: { code: 'merge-into-itself', path: 'into' } });
    expect(mergeContacts(merged, other)).toEqual({ ok: false, refusal: { code: 'contact-merged', into: third } });
    expect(mergeContacts(other, merged)).toEqual({
      ok: false,
      refusal: { code: 'contact-merged', into: third, path: 'into' },
    });
  });

  it('lose no identity, prove none that neither had proven, and have each once', () => {
    const identity = fc.record({
      kind: fc.constantFrom('email' as const, 'host' as const),
      value: fc.constantFrom('a@x.org', 'b@x.org', 'c@x.org'),
      proof: fc.constantFrom('proven' as const, 'claimed' as const),
    });
    const identities = fc.uniqueArray(identity, { selector: ({ kind, value }) => `${kind}/${value}` });
    const key = ({ kind, value }: Identity) => `${kind}/${value}`;
    const proven = (all: readonly Identity[]) => all.filter(({ proof }) => proof === 'proven').map(key);
    fc.assert(
      fc.property(identities, identities, (mine, theirs) => {
        const merged = mergeContacts(buildContact({ identities: mine }), buildContact({ identities: theirs }));
        if (!merged.ok) throw new Error(merged.refusal.code);
        const all = merged.value.into.identities;
        expect(all.map(key).sort()).toEqual([...new Set([...mine, ...theirs].map(key))].sort());
        expect(proven(all).sort()).toEqual([...new Set([...proven(mine), ...proven(theirs)])].sort());
      }),
      { numRuns: 1_000 },
    );
  });

  it('leave no word of the person behind in the end', () => {
    const merged = buildContact({ name: 'Kim', identities: [email('a@x.org', 'proven')], attributes: { plan: 'pro' } });
    expect(emptyContact(merged)).toEqual({ ...merged, name: null, identities: [], attributes: {} });
  });
});
