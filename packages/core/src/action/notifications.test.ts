import { describe, expect, it } from 'vitest';
import type { TeammateActor } from '../people/actor.ts';
import { noFaults, withFaults } from '../testing/faulty-storage.ts';
import { openTestDesk } from '../testing/test-desk.ts';

async function open() {
  const faults = noFaults();
  const test = await openTestDesk({ wrap: (storage) => withFaults(storage, faults) });
  const { desk, workspace, owner } = test;
  return {
    ...test,
    faults,
    /** So many mails, each told to everybody; the conversations in their order. */
    async mails(count: number) {
      const ids = [];
      for (let index = 0; index < count; index++) ids.push((await desk.receiver.receive(test.inbound())).conversation);
      return ids;
    },
    async list(actor: TeammateActor, ask: { unread?: boolean; limit?: number } = {}) {
      const { limit = 50, ...rest } = ask;
      return (await desk.as(actor).listNotifications({ ...rest, limit })).items;
    },
    heard: async (type: string) =>
      (await desk.parts.storage.listEvents(workspace, { limit: 10_000 })).filter((event) => event.type === type),
    owner,
  };
}

describe('notifications', () => {
  it('come newest first, page by page, to their owner, with the conversation as it stands', async () => {
    const { desk, ana, mails, list } = await open();
    const ids = await mails(5);
    expect((await list(ana)).map(({ conversation }) => conversation.id)).toEqual(ids.toReversed());
    const seen = [];
    let page = await desk.as(ana).listNotifications({ limit: 2 });
    for (;;) {
      seen.push(...page.items.map(({ conversation }) => conversation.id));
      if (page.next === undefined) break;
      page = await desk.as(ana).listNotifications({ limit: 2, before: page.next });
    }
    expect(seen).toEqual(ids.toReversed());
    expect(page.items[0]).toMatchObject({
      notification: { teammate: ana.id, because: 'contact-wrote-unassigned', readAt: null },
      conversation: { subject: 'An order' },
    });
  });

  it('leave out what their owner can no longer see, and fill the page with what comes behind', async () => {
    const { desk, owner, ana, ben, mails, list, teams } = await open();
    const ids = await mails(6);
    for (const conversation of ids.slice(1)) await desk.as(owner).assign({ conversation, team: teams.billing.id });
    const his = await desk.as(ben).listNotifications({ limit: 2 });
    expect(his).toEqual({
      items: [expect.objectContaining({ conversation: expect.objectContaining({ id: ids[0] }) })],
    });
    expect([await desk.as(ben).countUnread(), await desk.as(ana).countUnread()]).toEqual([1, 6]);
    expect(await list(ana)).toHaveLength(6);
  });

  it('are read one by one, and unread no more', async () => {
    const { desk, ana, ben, mails, list, clock, heard } = await open();
    await mails(3);
    const [newest, , oldest] = await list(ana);
    const ids = [newest, oldest].flatMap((one) => (one ? [one.notification.id] : []));
    clock.pass(1_000);
    await desk.as(ana).markNotificationsRead({ ids });
    await desk.as(ana).markNotificationsRead({ ids });
    expect(await heard('notifications-changed')).toMatchObject([{ teammate: ana.id, audience: { teammate: ana.id } }]);
    expect((await list(ana, { unread: true })).map(({ notification }) => notification.readAt)).toEqual([null]);
    expect((await list(ana)).map(({ notification }) => notification.readAt)).toEqual([clock.now(), null, clock.now()]);
    expect([await desk.as(ana).countUnread(), await desk.as(ben).countUnread()]).toEqual([1, 3]);
  });

  it('of others are passed over, as is what is not there', async () => {
    const { desk, ana, ben, mails, list, heard } = await open();
    await mails(1);
    const ids = [...(await list(ben)).map(({ notification }) => notification.id), desk.parts.newId('notification')];
    await desk.as(ana).markNotificationsRead({ ids });
    await desk.as(ana).markNotificationsRead({ ids: [] });
    expect([await desk.as(ben).countUnread(), await heard('notifications-changed')]).toEqual([1, []]);
  });

  it('are read all together, in commits of 100, though one of them is read at the same moment', async () => {
    const { desk, ana, mails, list, faults, heard } = await open();
    await mails(130);
    expect(await desk.as(ana).countUnread()).toBe(100);
    const [first] = await list(ana);
    const sizes: number[] = [];
    let isFirst = true;
    faults.before = async (change) => {
      if (isFirst && first) {
        isFirst = false;
        await desk.as(ana).markNotificationsRead({ ids: [first.notification.id] });
      }
      sizes.push(change.put.length);
    };
    await desk.as(ana).markNotificationsRead({ all: true });
    expect(sizes).toEqual([1, 100, 99, 30]);
    expect([await desk.as(ana).countUnread(), (await heard('notifications-changed')).length]).toEqual([0, 3]);
    expect((await list(ana, { limit: 200 })).every(({ notification }) => notification.readAt)).toBe(true);
  });

  it('are nobody else’s: not of a visitor, an integrator or the host', async () => {
    const { desk, visitor, workspace } = await open();
    const id = desk.parts.newId('api-key');
    const integrator = { kind: 'integrator', workspace, id, scopes: ['conversations:read'] } as const;
    const refused = { ok: false, refusal: { code: 'forbidden' } };
    for (const actor of [await visitor(), integrator, { kind: 'host', workspace, id } as const]) {
      expect(await desk.attempt(actor).listNotifications({ limit: 1 })).toEqual(refused);
      expect(await desk.attempt(actor).countUnread()).toEqual(refused);
      expect(await desk.attempt(actor).markNotificationsRead({ all: true })).toEqual(refused);
      expect(await desk.attempt(actor).findPreferences()).toEqual(refused);
    }
  });
});

describe('preferences', () => {
  const given = { silenced: ['mentioned', 'mentioned'], timeZone: 'Europe/Berlin', locale: 'de' } as const;

  it('are the usual ones until they are kept, and then what was kept last', async () => {
    const { desk, ana, ben } = await open();
    const usual = { silenced: [], timeZone: null, locale: null };
    expect(await desk.as(ana).findPreferences()).toEqual({ id: ana.id, version: 0, ...usual });
    await desk.as(ana).keepPreferences(given);
    expect(await desk.as(ana).findPreferences()).toEqual({ id: ana.id, version: 1, ...given, silenced: ['mentioned'] });
    expect(await desk.as(ana).keepPreferences(usual as never)).toEqual({ id: ana.id, version: 2, ...usual });
    expect(await desk.as(ben).findPreferences()).toMatchObject({ version: 0 });
  });

  it('with a time zone or a language that nobody knows are refused, and nothing is kept', async () => {
    const { desk, ana } = await open();
    expect(await desk.attempt(ana).keepPreferences({ ...given, timeZone: 'Mars' })).toEqual({
      ok: false,
      refusal: { code: 'time-zone-unknown', path: 'timeZone' },
    });
    expect(await desk.attempt(ana).keepPreferences({ ...given, locale: 'd_e' })).toEqual({
      ok: false,
      refusal: { code: 'locale-unknown', path: 'locale' },
    });
    expect(await desk.as(ana).findPreferences()).toMatchObject({ version: 0 });
  });
});
