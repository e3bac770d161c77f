import { describe, expect, it } from 'vitest';
import type { Actor, VisitorActor } from '../people/actor.ts';
import type { ContactId } from '../shared/id.ts';
import { openTestDesk } from '../testing/test-desk.ts';

async function open() {
  const test = await openTestDesk();
  const { desk, workspace } = test;
  const { storage } = desk.parts;
  return {
    ...test,
    row: async (id: ContactId) => (await storage.find(workspace, 'contact', [id]))[0],
    heard: async (type: string) =>
      (await storage.listEvents(workspace, { limit: 1_000 })).filter((event) => event.type === type).length,
    /** The contact of a mail from here that proves nothing. */
    async claimantOf(address: string) {
      const inbound = test.inbound({ from: { name: '', address }, verdict: 'none' });
      const { conversation } = await desk.receiver.receive(inbound);
      return (await storage.find(workspace, 'conversation', [conversation]))[0]?.contact;
    },
  };
}

const email = (value: string) => ({ kind: 'email', value }) as const;

describe('a contact that somebody adds', () => {
  it('collects the mail of those who claim its address', async () => {
    const { desk, ana, claimantOf, heard } = await open();
    const lou = await desk.as(ana).addContact({ name: 'Lou', identities: [email('Lou@x.org')] });
    expect(lou).toMatchObject({ version: 1, name: 'Lou', identities: [{ ...email('lou@x.org'), proof: 'claimed' }] });
    expect(await claimantOf('lou@x.org')).toBe(lou.id);
    expect(await heard('contact-added')).toBe(1);
  });

  it('is recognised by its id, and refused with an identity that another has', async () => {
    const { desk, ana } = await open();
    const id = desk.parts.newId('contact');
    const first = await desk.as(ana).addContact({ id, name: 'Lou', identities: [email('lou@x.org')] });
    expect(await desk.as(ana).addContact({ id, name: 'Lou', identities: [email('lou@x.org')] })).toEqual(first);
    expect(await desk.attempt(ana).addContact({ id })).toMatchObject({ refusal: { code: 'id-taken', path: 'id' } });
    const taken = await desk.attempt(ana).addContact({ identities: [email('LOU@x.org')] });
    expect(taken).toEqual({ ok: false, refusal: { code: 'identity-taken' } });
  });

  it('keeps the attributes that the settings allow', async () => {
    const { desk, owner } = await open();
    const refused = { ok: false, refusal: { code: 'attribute-invalid', path: 'attributes.plan' } };
    expect(await desk.attempt(owner).addContact({ attributes: { plan: 'pro' } })).toEqual(refused);
    await desk.as(owner).changeSettings({ attributes: { contact: { plan: { type: 'text' } } } });
    const { id } = await desk.as(owner).addContact({ attributes: { plan: 'pro' } });
    const changed = await desk.as(owner).changeContact({ contact: id, attributes: { plan: null } });
    expect(changed).toMatchObject({ version: 2, attributes: {} });
  });
});

describe('a contact that somebody changes', () => {
  it('holds what is claimed for it now, and no longer what was taken off', async () => {
    const { desk, owner, claimantOf, heard } = await open();
    const lou = await desk.as(owner).addContact({ identities: [email('old@x.org')] });
    const other = await desk.as(owner).addContact({});
    const given = { addIdentities: [email('new@x.org')], removeIdentities: [email('old@x.org')] };
    await desk.as(owner).changeContact({ contact: lou.id, ...given });
    await desk.as(owner).changeContact({ contact: lou.id, ...given });
    expect(await heard('contact-changed')).toBe(1);
    expect(await claimantOf('new@x.org')).toBe(lou.id);
    const taken = await desk.attempt(owner).changeContact({ contact: other.id, addIdentities: [email('new@x.org')] });
    expect(taken).toEqual({ ok: false, refusal: { code: 'identity-taken' } });
    await desk.as(owner).changeContact({ contact: other.id, addIdentities: [email('old@x.org')] });
    expect(await claimantOf('old@x.org')).toBe(other.id);
  });

  it('is one that the actor knows', async () => {
    const { desk, owner, ana, ben, teams, workspace, inbound, visitor, row } = await open();
    const { conversation } = await desk.receiver.receive(inbound());
    await desk.as(owner).assign({ conversation, team: teams.billing.id });
    const { contact } = await desk.as(owner).findConversation(conversation);
    const change = (actor: Actor) => desk.attempt(actor).changeContact({ contact, name: `By ${actor.kind}` });
    const key = { kind: 'integrator', workspace, id: desk.parts.newId('api-key') } as const;
    expect(await change(ben)).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(await change({ ...key, scopes: ['contacts:read'] })).toEqual({ ok: false, refusal: { code: 'forbidden' } });
    expect(await change(await visitor())).toEqual({ ok: false, refusal: { code: 'forbidden' } });
    expect((await row(contact))?.name).toBe('Kim');
    expect((await change(ana)).ok).toBe(true);
    expect((await change({ ...key, scopes: ['contacts:write'] })).ok).toBe(true);
    expect((await row(contact))?.name).toBe('By integrator');
  });
});

describe('a visitor', () => {
  const session = async ({ desk, workspace }: Awaited<ReturnType<typeof open>>, id: string | null = null) =>
    desk.openSession(workspace, id === null ? null : { id, name: null, email: null });

  it('says its name and address, which proves nothing', async () => {
    const test = await open();
    const { desk, row, heard, claimantOf } = test;
    const me = await session(test);
    await desk.as(me).describeMyself({ name: 'Kim', email: 'kim@x.org' });
    expect(await row(me.contact)).toMatchObject({
      name: 'Kim',
      identities: [{ ...email('kim@x.org'), proof: 'claimed' }],
    });
    await desk.as(me).describeMyself({ email: 'kim2@x.org' });
    expect(await row(me.contact)).toMatchObject({ name: 'Kim', identities: [email('kim2@x.org')] });
    expect(await claimantOf('kim@x.org')).not.toBe(me.contact);
    expect(await claimantOf('kim2@x.org')).toBe(me.contact);
    expect(await heard('contact-changed')).toBe(2);
  });

  it('learns nothing of an address that is another’s, and takes nothing from it', async () => {
    const test = await open();
    const { desk, owner, row, claimantOf } = test;
    const lou = await desk.as(owner).addContact({ identities: [email('lou@x.org')] });
    const me = await session(test);
    const said = await desk.as(me).describeMyself({ email: 'lou@x.org' });
    expect(said.identities).toEqual([{ ...email('lou@x.org'), proof: 'claimed' }]);
    expect(await claimantOf('lou@x.org')).toBe(lou.id);
    await desk.as(me).describeMyself({ email: null });
    expect((await row(me.contact))?.identities).toEqual([]);
    expect(await claimantOf('lou@x.org')).toBe(lou.id);
    await desk.as(me).describeMyself({ email: 'lou@x.org' });
    await desk.as(owner).changeContact({ contact: me.contact, removeIdentities: [email('lou@x.org')] });
    expect(await claimantOf('lou@x.org')).toBe(lou.id);
  });

  it('is the only one who says so', async () => {
    const { desk, owner, ana } = await open();
    for (const actor of [owner, ana]) {
      const said = await desk.attempt(actor).describeMyself({ name: 'x' });
      expect(said).toEqual({ ok: false, refusal: { code: 'forbidden' } });
    }
  });

  it('of a merged contact speaks for the one that stays', async () => {
    const test = await open();
    const { desk, workspace, owner, row } = test;
    const me: VisitorActor = await session(test);
    const { id: into } = await desk.as(owner).addContact({ name: 'Kim' });
    await desk.as(owner).mergeContacts({ contact: me.contact, into });
    await desk.as(me).describeMyself({ email: 'kim@x.org' });
    expect(await row(into)).toMatchObject({ identities: [email('kim@x.org')] });
    expect((await row(me.contact))?.identities).toEqual([]);
    expect(await desk.findSession(workspace, me.session)).toEqual({ ...me, contact: into });
    expect(await desk.findSession(workspace, desk.parts.newId('session'))).toBeUndefined();
  });
});
