import { can } from '../access/can.ts';
import { scope } from '../access/scope.ts';
import type { Actor } from '../people/actor.ts';
import type { Contact } from '../people/contact.ts';
import { normaliseAddress } from '../people/identity.ts';
import { identityKey } from '../people/unique-keys.ts';
import type { ContactId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { Seq } from '../shared/seq.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import { followContacts } from './move-conversations.ts';
import type { Parts } from './parts.ts';
import { meOf } from './read-conversations.ts';
import { isKnown } from './read-people.ts';

/** A contact; members know those of the conversations that they can see. One that was merged says into which. */
export async function findContact(
  parts: Parts,
  actor: Actor,
  id: ContactId,
): Promise<Result<Contact, NotFound | Forbidden>> {
  if (!can(actor, 'read-contact')) return refuse({ code: actor.kind === 'visitor' ? 'not-found' : 'forbidden' });
  return findKnown(parts, actor, id);
}

/** A contact that the actor knows of, whatever it may do to it. */
export async function findKnown(parts: Parts, actor: Actor, id: ContactId): Promise<Result<Contact, NotFound>> {
  const [contact] = await parts.storage.find(actor.workspace, 'contact', [id]);
  if (!contact) return refuse({ code: 'not-found' });
  const stays = contact.mergedInto && (await followContacts(parts, actor.workspace, id));
  const known = (await isKnown(parts, actor, id)) || (stays && (await isKnown(parts, actor, stays.id)));
  return known ? ok(contact) : refuse({ code: 'not-found' });
}

export interface ContactPage {
  readonly items: readonly Contact[];
  /** Where to go on; absent on the last page. A page may be short, or empty, before that. */
  readonly next?: ContactPlace;
}

/** The last contact looked at, or for members the place of the last conversation. */
export type ContactPlace = ContactId | Seq;

interface Ask {
  /** What the name or an identity has in it, whatever its case; who holds just this address comes first. */
  readonly q?: string | undefined;
  readonly after?: ContactPlace | undefined;
  readonly limit: number;
}

type BadCursor = { readonly code: 'malformed'; readonly path: 'cursor' };

/** So many rows are looked at for one page, so that no question takes long. */
const lookedAt = 5_000;

/** Contacts in the order of their ids; for members those of the conversations that they see, the newest first. */
export async function listContacts(
  parts: Parts,
  actor: Actor,
  ask: Ask,
): Promise<Result<ContactPage, Forbidden | BadCursor>> {
  const forbidden = gateOf(actor, 'read-contact');
  if (forbidden) return forbidden;
  const { q = '', after, limit } = ask;
  const readsAll = can(actor, 'read-all-contacts');
  if (typeof after === (readsAll ? 'number' : 'string')) return refuse({ code: 'malformed', path: 'cursor' });
  return ok(
    readsAll
      ? await listAllContacts(parts, actor, { q, limit, after: typeof after === 'string' ? after : undefined })
      : await listKnownContacts(parts, actor, { q, limit, after: typeof after === 'number' ? after : undefined }),
  );
}

interface From<Place> {
  readonly q: string;
  readonly after: Place | undefined;
  readonly limit: number;
}

async function listAllContacts(parts: Parts, actor: Actor, ask: From<ContactId>): Promise<ContactPage> {
  const { q, after, limit } = ask;
  const exact = limit > 2 ? await findByAddress(parts, actor, q) : [];
  const items: Contact[] = after === undefined ? [...exact] : [];
  let place = after;
  for (let seen = 0; seen < lookedAt; ) {
    const size = q === '' ? limit + 1 : 500;
    const page = { ...(place ? { after: place } : {}), limit: size };
    const rows = await parts.storage.list(actor.workspace, 'contact', page);
    for (const row of rows) {
      if (items.length === limit) return { items, ...(place ? { next: place } : {}) };
      place = row.id;
      if (isListed(row, q) && !exact.some(({ id }) => id === row.id)) items.push(row);
    }
    if (rows.length < size) return { items };
    seen += rows.length;
  }
  return { items, ...(place ? { next: place } : {}) };
}

/** Whoever holds the address, with proof and without. */
async function findByAddress(parts: Parts, { workspace }: Actor, q: string): Promise<readonly Contact[]> {
  const value = normaliseAddress(q);
  if (!value.includes('@')) return [];
  const keys = (['proven', 'claimed'] as const).map((proof) => identityKey({ kind: 'email', value, proof }));
  const held = await Promise.all(keys.map((key) => parts.storage.findByKey(workspace, key)));
  const ids = [...new Set(held.flatMap((ref) => (ref ? [ref.id] : [])))];
  return (await parts.storage.find(workspace, 'contact', ids)).filter((row) => row !== undefined);
}

async function listKnownContacts(parts: Parts, actor: Actor, from: From<Seq>): Promise<ContactPage> {
  const { q, limit } = from;
  const { workspace } = actor;
  const ask = { scope: scope(actor), me: meOf(actor), folder: { kind: 'all' }, sort: 'newest' } as const;
  const items: Contact[] = [];
  let place = from.after;
  for (let seen = 0; seen < lookedAt; ) {
    const after = place === undefined ? {} : { after: place };
    const page = await parts.storage.listConversations(workspace, { ...ask, ...after, limit: 200 });
    const ids = [...new Set(page.map(({ contact }) => contact))];
    const rows = new Map((await parts.storage.find(workspace, 'contact', ids)).map((row) => [row?.id, row]));
    for (const { id, contact, last } of page) {
      if (items.length === limit && place !== undefined) return { items, next: place };
      place = last.seq;
      const row = rows.get(contact);
      if (!row || !isListed(row, q)) continue;
      // Each contact stands where its newest conversation does, so that no page shows it again.
      const [newest] = await parts.storage.listConversations(workspace, { ...ask, contact, limit: 1 });
      if (newest?.id === id) items.push(row);
    }
    if (page.length < 200) return { items };
    seen += page.length;
  }
  return { items, ...(place === undefined ? {} : { next: place }) };
}

function isListed({ mergedInto, name, identities }: Contact, q: string): boolean {
  if (mergedInto) return false;
  const part = q.normalize('NFC').trim().toLowerCase();
  return [name ?? '', ...identities.map(({ value }) => value)].some((text) => text.toLowerCase().includes(part));
}
