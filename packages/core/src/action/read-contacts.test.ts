import { describe, expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { openTestDesk } from '../testing/test-desk.ts';
import type { ContactPlace } from './read-contacts.ts';

async function open() {
  const test = await openTestDesk();
  const { desk, workspace } = test;
  return {
    ...test,
    /** A new mail from this address; gives its conversation's row. */
    async mail(address: string, name = '') {
      const { conversation } = await desk.receiver.receive(test.inbound({ from: { name, address } }));
      const [row] = await desk.parts.storage.find(workspace, 'conversation', [conversation]);
      if (!row) throw new Error('There is no conversation');
      return row;
    },
    /** All pages, as first addresses; a page beyond the 50th is a fault. */
    async list(actor: Actor, ask: { readonly q?: string; readonly limit?: number } = {}) {
      const found: (string | undefined)[] = [];
      let after: ContactPlace | undefined;
      for (let pages = 0; pages < 50; pages++) {
        const page = await desk.as(actor).listContacts({ limit: 200, ...ask, after });
        found.push(...page.items.map(({ identities }) => identities[0]?.value));
        if (page.next === undefined) return found;
        after = page.next;
      }
      throw new Error('The pages do not end');
    },
  };
}

const addresses = (count: number) => Array.from({ length: count }, (_, index) => `c${index + 10}@example.org`);

describe('the contacts of a workspace', () => {
  it.each([1, 2, 3, 4, 7, 200])('are all listed to admins, each once, in pages of %d', async (limit) => {
    const { admin, mail, list } = await open();
    const all = addresses(6);
    for (const address of all) await mail(address);
    await mail('c10@example.org');
    expect(await list(admin, { limit })).toEqual(all);
  });

  it('are found by a part of the name or of an identity, whatever the case, in every page', async () => {
    const { admin, mail, list } = await open();
    for (const [index, address] of addresses(8).entries()) await mail(address, index % 2 ? 'Zo\u00eb' : 'Lee');
    const odd = ['c11@example.org', 'c13@example.org', 'c15@example.org', 'c17@example.org'];
    expect(await list(admin, { q: 'ZOE\u0308', limit: 3 })).toEqual(odd);
    expect(await list(admin, { q: 'C1', limit: 1 })).toEqual(addresses(8));
    expect(await list(admin, { q: '14@EX' })).toEqual(['c14@example.org']);
    expect(await list(admin, { q: 'nobody' })).toEqual([]);
  });

  it('begin with who holds the address that is asked for, and each is there once', async () => {
    const { admin, mail, list } = await open();
    for (const address of ['a.kim@example.org', 'b.kim@example.org', 'kim@example.org']) await mail(address);
    const found = ['kim@example.org', 'a.kim@example.org', 'b.kim@example.org'];
    expect(await list(admin, { q: 'Kim@Example.org' })).toEqual(found);
    expect(await list(admin, { q: 'Kim@Example.org', limit: 3 })).toEqual(found);
  });

  it('are without those that were merged', async () => {
    const { desk, admin, mail, list } = await open();
    const [one, other] = [await mail('one@x.org'), await mail('two@x.org')];
    await desk.as(admin).mergeContacts({ contact: one.contact, into: other.contact });
    expect(await list(admin)).toEqual(['two@x.org']);
  });
});

describe('a member', () => {
  it('sees the contacts of the conversations that it sees, the newest first, each once', async () => {
    const { desk, owner, ana, ben, teams, mail, list } = await open();
    const { billing, sales } = teams;
    const rows = [];
    for (const address of addresses(5)) rows.push(await mail(address));
    const [first, second, third] = rows;
    if (!first || !second || !third) throw new Error('There are no conversations');
    await desk.as(owner).assign({ conversation: second.id, team: sales.id });
    await desk.as(owner).assign({ conversation: third.id, team: billing.id });
    const again = await mail('c10@example.org');
    expect(await list(ana)).toEqual(['c10@example.org', 'c14@example.org', 'c13@example.org', 'c12@example.org']);
    for (const limit of [1, 2, 3]) expect(await list(ana, { limit })).toEqual(await list(ana));
    expect(await list(ana, { q: 'c11' })).toEqual([]);
    expect(await list(ben, { q: 'C11@' })).toEqual(['c11@example.org']);
    await desk.as(owner).assign({ conversation: again.id, team: sales.id });
    expect((await list(ana)).at(-1)).toBe('c10@example.org');
    await desk.as(owner).assign({ conversation: first.id, team: sales.id });
    expect(await list(ana)).not.toContain('c10@example.org');
  });

  it('sees all where isolation is off, and reads what it cannot list', async () => {
    const { desk, owner, ben, teams, mail, list } = await open();
    const row = await mail('kim@x.org');
    await desk.as(owner).assign({ conversation: row.id, team: teams.billing.id });
    const gone = { ok: false, refusal: { code: 'not-found' } };
    expect(await desk.attempt(ben).findContact(row.contact)).toEqual(gone);
    expect(await list({ ...ben, isolation: 'off' })).toEqual(['kim@x.org']);
    expect(await desk.as({ ...ben, isolation: 'off' }).findContact(row.contact)).toMatchObject({ id: row.contact });
  });

  it('finds the pointer of a merged contact while it sees a conversation of either', async () => {
    const { desk, admin, owner, ana, ben, teams, mail } = await open();
    const [one, other] = [await mail('one@x.org'), await mail('two@x.org')];
    for (const { id } of [one, other]) await desk.as(owner).assign({ conversation: id, team: teams.billing.id });
    await desk.as(admin).mergeContacts({ contact: one.contact, into: other.contact });
    for (let moved = false; ; moved = true) {
      expect(await desk.as(ana).findContact(one.contact)).toMatchObject({ mergedInto: other.contact });
      expect(await desk.attempt(ben).findContact(one.contact)).toMatchObject({ ok: false });
      if (moved) break;
      while ((await desk.doWork()) > 0);
    }
  });
});

describe('a list of contacts', () => {
  it('is for who may read contacts', async () => {
    const { desk, workspace, visitor } = await open();
    const forbidden = { ok: false, refusal: { code: 'forbidden' } };
    const key = { kind: 'integrator', workspace, id: desk.parts.newId('api-key') } as const;
    const others: readonly Actor[] = [
      await visitor(),
      { kind: 'host', workspace, id: key.id },
      { ...key, scopes: ['contacts:write', 'conversations:read'] },
    ];
    for (const actor of others) expect(await desk.attempt(actor).listContacts({ limit: 5 })).toEqual(forbidden);
    const reader = desk.attempt({ ...key, scopes: ['contacts:read'] });
    expect((await reader.listContacts({ limit: 5 })).ok).toBe(true);
  });

  it('goes on from no place of the other kind', async () => {
    const { desk, admin, ana } = await open();
    const refused = { ok: false, refusal: { code: 'malformed', path: 'cursor' } };
    expect(await desk.attempt(admin).listContacts({ limit: 5, after: 3 })).toEqual(refused);
    const after = desk.parts.newId('contact');
    expect(await desk.attempt(ana).listContacts({ limit: 5, after })).toEqual(refused);
  });
});
