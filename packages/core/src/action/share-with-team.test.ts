import { describe, expect, it } from 'vitest';
import { notificationsList, unreadList } from '../notification/notification.ts';
import { emptyChange } from '../storage/change.ts';
import { away } from '../testing/faulty-storage.ts';
import { jobLease, openJobDesk } from '../testing/job-desk.ts';

const body = { format: 'text', text: '@sales please' } as const;

/** Sales has 131 members, Ben among them; the conversation is of billing. */
async function open() {
  const test = await openJobDesk();
  const { desk, workspace, teams, owner } = test;
  const members = [test.ben.id];
  for (let index = 0; index < 130; index++) {
    const given = { externalId: `x${index}`, name: 'X', handle: `x${index}`, role: 'member' } as const;
    members.push((await desk.addTeammate(workspace, { ...given, teams: [teams.sales.id] })).id);
  }
  const { conversation } = await desk.receiver.receive(test.inbound());
  await desk.as(owner).assign({ conversation, team: teams.billing.id });
  return {
    ...test,
    members,
    conversation,
    row: async (id = conversation) => (await desk.parts.storage.find(workspace, 'conversation', [id]))[0],
    told: async () =>
      (await desk.parts.storage.list(workspace, 'notification', { limit: 1_000 })).filter(
        ({ because }) => because === 'team-mentioned',
      ),
  };
}

describe('a large team that was mentioned', () => {
  it('gets the conversation and is told, each member once, whoever left meanwhile not', async () => {
    const { desk, admin, workspace, ben, members, conversation, work, clock, failAt, told, row } = await open();
    await desk.as(admin).share({ conversation, teammate: ben.id });
    const { message } = await desk.as(admin).note({ conversation, body });
    const before = (await row())?.version ?? 0;
    await desk.as(admin).deactivateTeammate(members[1] ?? ben.id);
    failAt(3, away);
    while ((await desk.doWork()) > 0);
    clock.pass(jobLease);
    await work();

    const expected = members.filter((_, index) => index !== 1).sort();
    expect((await row())?.sharedWith.map(({ teammate }) => teammate).sort()).toEqual(expected);
    expect((await row())?.version).toBe(before + 129);
    expect((await told()).map(({ teammate }) => teammate).sort()).toEqual(expected);
    for (const list of [notificationsList(ben.id), unreadList(ben.id)]) {
      const [place] = await desk.parts.storage.readList(workspace, list, { limit: 10 });
      const [notification] = await desk.parts.storage.find(workspace, 'notification', [place?.id ?? '']);
      const by = { kind: 'teammate', id: admin.id };
      expect(notification).toMatchObject({ because: 'team-mentioned', conversation, message: message.id, by });
      const [event] = await desk.parts.storage.listEvents(workspace, { after: (place?.seq ?? 0) - 1, limit: 1 });
      expect(event).toMatchObject({ type: 'notified', teammate: ben.id, notification: place?.id });
    }
  });

  it('is not told by its own member who mentions it, nor who has switched that off', async () => {
    const { desk, workspace, ben, owner, conversation, members, work, told, row } = await open();
    await desk.as(owner).share({ conversation, teammate: ben.id });
    const id = members[5] ?? ben.id;
    const preferences = { id, version: 1, silenced: ['team-mentioned'], timeZone: null, locale: null } as const;
    const put = [{ kind: 'preferences', row: preferences } as const];
    await desk.parts.storage.commit({ ...emptyChange(workspace), put });
    await desk.as(ben).note({ conversation, body });
    await work();
    expect([(await told()).length, (await row())?.sharedWith.length]).toEqual([129, 131]);
  });

  it('finds it where it was merged into meanwhile', async () => {
    const { desk, admin, conversation, inbound, work, workspace, members, row } = await open();
    await desk.as(admin).note({ conversation, body });
    const { conversation: into } = await desk.receiver.receive(inbound());
    const before = await row();
    if (!before) throw new Error('There is no conversation');
    const merged = { ...before, version: before.version + 1, mergedInto: into };
    await desk.parts.storage.commit({ ...emptyChange(workspace), put: [{ kind: 'conversation', row: merged }] });
    await work();
    expect((await row(into))?.sharedWith).toHaveLength(members.length);
    expect((await row())?.sharedWith).toEqual([]);
  });
});
