import { describe, expect, it } from 'vitest';
import { newId, type TagId } from '../shared/id.ts';
import { emptyChange } from '../storage/change.ts';
import { noFaults, withFaults } from '../testing/faulty-storage.ts';
import { openTestDesk } from '../testing/test-desk.ts';

async function open() {
  const faults = noFaults();
  const meanwhile: (() => Promise<unknown>)[] = [];
  const test = await openTestDesk({
    wrap: (storage) => ({
      ...withFaults(storage, faults),
      async find(...ask) {
        const rows = await storage.find(...ask);
        if (ask[1] === 'conversation') await meanwhile.shift()?.();
        return rows;
      },
    }),
  });
  const { desk, owner, workspace } = test;
  const { storage } = desk.parts;
  const [settings] = await storage.find(workspace, 'workspace', [workspace]);
  if (!settings) throw new Error('There is no workspace');
  const conversation = {
    plan: { type: 'choice', options: ['free', 'pro'] },
    seats: { type: 'number', min: 1 },
  } as const;
  const row = { ...settings, version: 2, attributes: { ...settings.attributes, conversation } };
  await storage.commit({ ...emptyChange(workspace), put: [{ kind: 'workspace', row }] });
  const begun = await desk.receiver.receive(test.inbound());
  const on = { conversation: begun.conversation };
  const tag = async (name: string) => (await desk.as(owner).addTag({ name })).id;
  return {
    ...test,
    faults,
    meanwhile,
    on,
    tag,
    events: async () =>
      (await storage.listEvents(workspace, { conversations: [on.conversation], after: 0, limit: 100 })).filter(
        ({ type }) => type === 'details-changed',
      ),
    finds: async (word: string) => {
      const query = { scope: { kind: 'everything' }, terms: [{ word, prefix: false }], limit: 10 } as const;
      return (await storage.search(workspace, query)).map(({ message }) => message);
    },
    first: begun.message,
  };
}

describe('details', () => {
  it('are changed together, and what is not named stays', async () => {
    const { desk, ana, on, tag, events } = await open();
    const vip = await tag('VIP');
    const attributes = { plan: 'pro', seats: 3 };
    const changed = await desk
      .as(ana)
      .changeDetails({ ...on, subject: '  Where is\nit? ', priority: 'high', tags: [vip], attributes });
    expect(changed).toMatchObject({ subject: 'Where is it?', priority: 'high', tags: [vip], attributes });
    const { version, ...rest } = await desk.as(ana).changeDetails({ ...on, attributes: { seats: null } });
    expect(rest).toMatchObject({ subject: 'Where is it?', priority: 'high', tags: [vip], attributes: { plan: 'pro' } });
    const said = await events();
    expect(said).toHaveLength(2);
    expect(JSON.stringify(said)).not.toMatch(/Where is it|"pro"/);
  });

  it('that are so already say nothing', async () => {
    const { desk, ana, on, events } = await open();
    const before = await desk.as(ana).findConversation(on.conversation);
    const { subject, priority, tags } = before;
    expect(await desk.as(ana).changeDetails({ ...on, subject, priority, tags, attributes: {} })).toEqual(before);
    expect(await events()).toEqual([]);
  });

  it.each<[object, object]>([
    [{ tags: [newId('tag')] }, { code: 'tag-unknown', path: 'tags.0' }],
    [{ attributes: { plan: 'gold' } }, { code: 'attribute-invalid', path: 'attributes.plan' }],
    [{ attributes: { colour: 'red' } }, { code: 'attribute-invalid', path: 'attributes.colour' }],
    [{ tags: Array.from({ length: 21 }, () => newId('tag')) }, { code: 'limit-reached', path: 'tags' }],
  ])('%j are refused, and nothing is half written', async (given, refusal) => {
    const { desk, ana, on } = await open();
    const before = await desk.as(ana).findConversation(on.conversation);
    expect(await desk.attempt(ana).changeDetails({ ...on, subject: 'Other', ...given })).toEqual({
      ok: false,
      refusal,
    });
    expect(await desk.as(ana).findConversation(on.conversation)).toEqual(before);
  });

  it('name the tag that is unknown, and let one stay that was deleted', async () => {
    const { desk, owner, ana, on, tag } = await open();
    const [kept, deleted] = [await tag('Kept'), await tag('Deleted')];
    await desk.as(ana).changeDetails({ ...on, tags: [deleted] });
    await desk.as(owner).deleteTag(deleted);
    expect(await desk.as(ana).changeDetails({ ...on, tags: [deleted, kept] })).toMatchObject({ tags: [deleted, kept] });
    expect(await desk.attempt(ana).changeDetails({ ...on, tags: [kept, newId('tag')] })).toMatchObject({
      refusal: { code: 'tag-unknown', path: 'tags.1' },
    });
  });

  it('put on no tag that is deleted in the same moment', async () => {
    const { desk, owner, ana, on, tag, faults } = await open();
    const doomed: TagId = await tag('Doomed');
    let isFirst = true;
    faults.before = async () => {
      if (!isFirst) return;
      isFirst = false;
      await desk.as(owner).deleteTag(doomed);
    };
    expect(await desk.attempt(ana).changeDetails({ ...on, tags: [doomed] })).toMatchObject({
      refusal: { code: 'tag-unknown' },
    });
  });

  it('of two who change different attributes at once are both kept', async () => {
    const { desk, ana, ben, on, meanwhile } = await open();
    meanwhile.push(() => desk.as(ben).changeDetails({ ...on, attributes: { seats: 2 } }));
    await desk.as(ana).changeDetails({ ...on, attributes: { plan: 'free' } });
    expect(await desk.as(ana).findConversation(on.conversation)).toMatchObject({
      attributes: { plan: 'free', seats: 2 },
    });
  });

  it('are found by the new subject and not by the old one', async () => {
    const { desk, ana, on, finds, first } = await open();
    expect(await finds('order')).toEqual([first]);
    await desk.as(ana).changeDetails({ ...on, subject: 'A harbour' });
    expect([await finds('order'), await finds('harbour')]).toEqual([[], [first]]);
  });

  it('are not there for who cannot see them', async () => {
    const { desk, owner, ben, on, teams } = await open();
    await desk.as(owner).assign({ ...on, team: teams.billing.id });
    expect(await desk.attempt(ben).changeDetails({ ...on, priority: 'low' })).toEqual({
      ok: false,
      refusal: { code: 'not-found' },
    });
  });
});
