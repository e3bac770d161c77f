import { describe, expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import type { ContactId } from '../shared/id.ts';
import { openJobDesk } from '../testing/job-desk.ts';

async function open() {
  const test = await openJobDesk();
  const { desk, workspace } = test;
  const { storage } = desk.parts;
  return {
    ...test,
    /** The contact behind a new mail. */
    async contactOf(address: string, verdict: 'pass' | 'none' = 'pass') {
      const { conversation } = await desk.receiver.receive(test.inbound({ from: { name: '', address }, verdict }));
      const [row] = await storage.find(workspace, 'conversation', [conversation]);
      if (!row) throw new Error('There is no conversation');
      return row.contact;
    },
    row: async (id: ContactId) => (await storage.find(workspace, 'contact', [id]))[0],
  };
}

describe('merging contacts', () => {
  it('joins the identities, so that mail from either is of the one that stays', async () => {
    const { desk, admin, contactOf, row, events, work, conversations } = await open();
    const [from, into] = [await contactOf('a@x.org'), await contactOf('b@x.org')];
    const merged = await desk.as(admin).mergeContacts({ contact: from, into });
    expect(merged).toEqual(await row(into));
    expect(merged.identities.map(({ value }) => value)).toEqual(['b@x.org', 'a@x.org']);
    expect(await desk.as(admin).findContact(from)).toMatchObject({ mergedInto: into, version: 2 });
    expect([await contactOf('a@x.org'), await contactOf('b@x.org')]).toEqual([into, into]);
    expect(await events('contact-merged')).toMatchObject([{ contact: from, into }]);
    await work();
    expect(new Set((await conversations()).map(({ contact }) => contact))).toEqual(new Set([into]));
    expect(await row(from)).toMatchObject({ mergedInto: into, name: null, identities: [] });
  });

  it('leaves the claim of an address to nobody, once one of the two has proven it', async () => {
    const { desk, admin, contactOf } = await open();
    const [proven, claimed] = [await contactOf('a@x.org'), await contactOf('a@x.org', 'none')];
    const merged = await desk.as(admin).mergeContacts({ contact: claimed, into: proven });
    expect(merged.identities).toEqual([{ kind: 'email', value: 'a@x.org', proof: 'proven' }]);
    expect(await contactOf('a@x.org')).toBe(proven);
    const next = await contactOf('a@x.org', 'none');
    expect([proven, claimed]).not.toContain(next);
    expect(await contactOf('a@x.org', 'none')).toBe(next);
  });

  it('takes no key along that a third contact holds', async () => {
    const { desk, admin, contactOf, visitor } = await open();
    const third = await contactOf('a@x.org', 'none');
    const me = await visitor();
    await desk.as(me).describeMyself({ email: 'a@x.org' });
    const into = await contactOf('b@x.org');
    await desk.as(admin).mergeContacts({ contact: me.contact, into });
    expect(await contactOf('a@x.org', 'none')).toBe(third);
  });

  it('shows an old session no more than before, and the host’s user goes on as the one that stays', async () => {
    const { desk, admin, workspace, work } = await open();
    const signIn = (id: string) => desk.openSession(workspace, { id, name: id, email: null });
    const [kim, lou] = [await signIn('kim'), await signIn('lou')];
    const say = async (actor: typeof kim) =>
      (await desk.as(actor).startChat({ body: { format: 'text', text: 'Hi' } })).conversation.id;
    const [ofKim, ofLou] = [await say(kim), await say(lou)];
    await desk.as(admin).mergeContacts({ contact: kim.contact, into: lou.contact });
    await work();
    const seen = async (actor: typeof kim) => {
      const page = await desk.as(actor).listConversations({ folder: { kind: 'all' }, sort: 'newest', limit: 9 });
      return page.items.map(({ id }) => id);
    };
    expect([await seen(kim), await seen(lou)]).toEqual([[ofKim], [ofLou]]);
    const again = await signIn('kim');
    expect(again.contact).toBe(lou.contact);
    expect(await seen(again)).toEqual([ofKim]);
  });

  it('into the same contact again changes nothing', async () => {
    const { desk, admin, contactOf, events } = await open();
    const [from, into] = [await contactOf('a@x.org'), await contactOf('b@x.org')];
    const merged = await desk.as(admin).mergeContacts({ contact: from, into });
    expect(await desk.as(admin).mergeContacts({ contact: from, into })).toEqual(merged);
    expect(await events('contact-merged')).toHaveLength(1);
  });

  it('both ways at once does one of them', async () => {
    const { desk, admin, contactOf, row } = await open();
    const [a, b] = [await contactOf('a@x.org'), await contactOf('b@x.org')];
    const done = await Promise.all([
      desk.attempt(admin).mergeContacts({ contact: a, into: b }),
      desk.attempt(admin).mergeContacts({ contact: b, into: a }),
    ]);
    expect(done.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const pointers = [await row(a), await row(b)].map((one) => one?.mergedInto);
    expect(pointers.filter((pointer) => pointer === null)).toHaveLength(1);
  });

  it('is refused with the reason', async () => {
    const { desk, admin, contactOf } = await open();
    const [a, b, c] = [await contactOf('a@x.org'), await contactOf('b@x.org'), await contactOf('c@x.org')];
    const nobody = desk.parts.newId('contact');
    await desk.as(admin).mergeContacts({ contact: a, into: b });
    const merge = async (contact: ContactId, into: ContactId) => {
      const merged = await desk.attempt(admin).mergeContacts({ contact, into });
      return merged.ok ? 'ok' : merged.refusal;
    };
    expect(await merge(nobody, c)).toEqual({ code: 'not-found' });
    expect(await merge(c, nobody)).toEqual({ code: 'contact-unknown', path: 'into' });
    expect(await merge(c, c)).toEqual({ code: 'merge-into-itself', path: 'into' });
    expect(await merge(a, c)).toEqual({ code: 'contact-merged', into: b });
    expect(await merge(c, a)).toEqual({ code: 'contact-merged', into: b, path: 'into' });
    const changed = await desk.attempt(admin).changeContact({ contact: a, name: 'x' });
    expect(changed).toEqual({ ok: false, refusal: { code: 'contact-merged', into: b } });
  });

  it('is for admins, integrators that administer contacts, and the host', async () => {
    const { desk, owner, admin, ana, workspace, contactOf, visitor } = await open();
    const id = desk.parts.newId('api-key');
    const may: readonly (readonly [Actor, boolean])[] = [
      [owner, true],
      [admin, true],
      [ana, false],
      [{ kind: 'integrator', workspace, id, scopes: ['contacts:admin'] }, true],
      [{ kind: 'integrator', workspace, id, scopes: ['contacts:read', 'contacts:write'] }, false],
      [{ kind: 'host', workspace, id }, true],
      [await visitor(), false],
    ];
    const into = await contactOf('into@x.org');
    for (const [index, [actor, expected]] of may.entries()) {
      const merged = await desk.attempt(actor).mergeContacts({ contact: await contactOf(`${index}@x.org`), into });
      expect([actor.kind, merged.ok]).toEqual([actor.kind, expected]);
      if (!merged.ok) expect(merged.refusal).toEqual({ code: 'forbidden' });
    }
  });
});
