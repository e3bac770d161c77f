import { describe, expect, it } from 'vitest';
import { notificationsList, unreadList } from '../notification/notification.ts';
import type { TeammateActor } from '../people/actor.ts';
import { emptyChange } from '../storage/change.ts';
import { createFakeChannel } from '../testing/fake-channel.ts';
import { openTestDesk, type TestDesk } from '../testing/test-desk.ts';
import type { Workspace } from '../workspace/workspace.ts';

const body = { format: 'text', text: 'Where is my parcel?' } as const;

async function toldTo({ desk, workspace }: TestDesk, { id }: TeammateActor): Promise<readonly string[]> {
  const { storage } = desk.parts;
  const places = await storage.readList(workspace, notificationsList(id), { limit: 50 });
  const rows = await storage.find(
    workspace,
    'notification',
    places.map((place) => place.id),
  );
  return rows.map((row) => row?.because ?? 'gone');
}

async function change(test: TestDesk, settings: Partial<Workspace>): Promise<void> {
  const { storage } = test.desk.parts;
  const [row] = await storage.find(test.workspace, 'workspace', [test.workspace]);
  if (!row) throw new Error('The workspace is gone');
  const put = [{ kind: 'workspace', row: { ...row, ...settings, version: row.version + 1 } } as const];
  await storage.commit({ ...emptyChange(test.workspace), put });
}

describe('what a contact writes', () => {
  it('is told to everybody while nobody has it, then to who has it', async () => {
    const test = await openTestDesk();
    const visitor = await test.visitor();
    const { conversation } = await test.desk.as(visitor).startChat({ body });
    for (const one of [test.owner, test.ana, test.ben]) {
      expect(await toldTo(test, one)).toEqual(['contact-wrote-unassigned']);
    }
    await test.desk.as(test.ana).claim({ conversation: conversation.id });
    await test.desk.as(visitor).answer({ conversation: conversation.id, body });
    expect(await toldTo(test, test.ana)).toEqual(['contact-wrote-to-you', 'contact-wrote-unassigned']);
    expect(await toldTo(test, test.ben)).toEqual(['contact-wrote-unassigned']);
  });

  it('is unread until it is read, and only its owner hears of it', async () => {
    const test = await openTestDesk();
    await test.desk.as(await test.visitor()).startChat({ body });
    const { storage } = test.desk.parts;
    const unread = await storage.readList(test.workspace, unreadList(test.ana.id), { limit: 5 });
    expect(unread).toHaveLength(1);
    const log = await test.desk.as(test.ana).readLog({ after: 0, limit: 100 });
    const heard = log.frames.flatMap((frame) => (frame.kind === 'personal' ? [frame.event.type] : []));
    expect(heard).toEqual(['notified']);
    const [place] = unread;
    expect(log.frames.find((frame) => frame.kind === 'personal')).toMatchObject({ seq: place?.seq });
  });

  it('says in its row why it told nobody', async () => {
    const test = await openTestDesk();
    const { message } = await test.desk.receiver.receive(test.inbound({ automatic: true }));
    const [row] = await test.desk.parts.storage.find(test.workspace, 'message', [message]);
    expect(row?.toldNobody).toBe('automatic');
  });

  it('tells nobody who has switched that off', async () => {
    const test = await openTestDesk();
    const silenced = ['contact-wrote-unassigned'] as const;
    const row = { id: test.ana.id, version: 1, silenced, timeZone: null, locale: null };
    await test.desk.parts.storage.commit({ ...emptyChange(test.workspace), put: [{ kind: 'preferences', row }] });
    await test.desk.as(await test.visitor()).startChat({ body });
    expect(await toldTo(test, test.ana)).toEqual([]);
    expect(await toldTo(test, test.ben)).toEqual(['contact-wrote-unassigned']);
  });
});

describe('the assignment policy', () => {
  it('gives what begins to each in turn, and what comes to a team to its members', async () => {
    const test = await openTestDesk();
    await change(test, { assignment: { kind: 'round-robin', limit: null } });
    const assignees = [];
    for (let count = 0; count < 10; count++) {
      const { conversation } = await test.desk.as(await test.visitor()).startChat({ body });
      assignees.push(conversation.assignee.teammate);
    }
    const { owner, admin, ana, ben, cem } = test;
    const ids = [owner, admin, ana, ben, cem].map(({ id }) => id).sort();
    expect(assignees).toEqual([...ids, ...ids]);
  });

  it('leaves alone what somebody took the person off by hand', async () => {
    const test = await openTestDesk();
    await change(test, { assignment: { kind: 'least-busy', limit: null } });
    const { conversation } = await test.desk.as(await test.visitor()).startChat({ body });
    expect(conversation.assignee.teammate).not.toBeNull();
    const freed = await test.desk.as(test.owner).assign({ conversation: conversation.id, teammate: null });
    expect(freed.assignee.teammate).toBeNull();
  });

  it('gives nobody more than the limit', async () => {
    const test = await openTestDesk();
    await change(test, { assignment: { kind: 'round-robin', limit: 1 } });
    const assignees = [];
    for (let count = 0; count < 7; count++) {
      const { conversation } = await test.desk.as(await test.visitor()).startChat({ body });
      assignees.push(conversation.assignee.teammate);
    }
    expect(new Set(assignees.slice(0, 5)).size).toBe(5);
    expect(assignees.slice(5)).toEqual([null, null]);
  });

  it('says by whom it was done, and tells the one who got it', async () => {
    const test = await openTestDesk();
    await change(test, { assignment: { kind: 'round-robin', limit: null } });
    const { conversation } = await test.desk.as(await test.visitor()).startChat({ body });
    const { items } = await test.desk.as(test.owner).readTimeline({ conversation: conversation.id, limit: 9 });
    expect(items[0]?.event).toMatchObject({ type: 'assignee-changed', because: 'policy', actor: { kind: 'system' } });
    const people = [test.owner, test.admin, test.ana, test.ben, test.cem];
    const got = people.find(({ id }) => id === conversation.assignee.teammate);
    expect(got && (await toldTo(test, got))).toEqual(['assigned']);
  });
});

describe('an automatic answer', () => {
  const acknowledgement = { format: 'text', text: 'We have it, and will write soon.' } as const;

  it('goes to a proven address once in an hour, and counts as nobody’s answer', async () => {
    const channel = createFakeChannel();
    const test = await openTestDesk({ channels: [channel] });
    await change(test, { autoAnswers: { acknowledgement, outOfHours: null } });
    await test.desk.receiver.receive(mail(test, 'pass'));
    const { conversation } = await test.desk.receiver.receive(mail(test, 'pass'));
    while ((await test.desk.doWork()) > 0);
    expect(channel.sent.map(({ message }) => message.body.text)).toEqual([acknowledgement.text]);
    expect(channel.sent[0]?.message).toMatchObject({ automatic: true, author: { kind: 'system' } });
    test.clock.pass(3_600_001);
    await test.desk.receiver.receive(mail(test, 'pass'));
    while ((await test.desk.doWork()) > 0);
    expect(channel.sent).toHaveLength(2);
    const row = await test.desk.as(test.owner).findConversation(conversation);
    expect(row.waiting).not.toBeNull();
    expect(row.last.kind).toBe('inbound');
  });

  it.each(['none', 'fail'] as const)('does not go to an address whose mail is %s', async (verdict) => {
    const channel = createFakeChannel();
    const test = await openTestDesk({ channels: [channel] });
    await change(test, { autoAnswers: { acknowledgement, outOfHours: acknowledgement } });
    await test.desk.receiver.receive(mail(test, verdict));
    while ((await test.desk.doWork()) > 0);
    expect(channel.sent).toEqual([]);
  });

  it('is never given to a machine', async () => {
    const channel = createFakeChannel();
    const test = await openTestDesk({ channels: [channel] });
    await change(test, { autoAnswers: { acknowledgement, outOfHours: null } });
    await test.desk.receiver.receive({ ...mail(test, 'pass'), automatic: true });
    while ((await test.desk.doWork()) > 0);
    expect(channel.sent).toEqual([]);
  });

  it('says in a chat that the team is closed', async () => {
    const test = await openTestDesk();
    const outOfHours = { format: 'text', text: 'We are back on Monday.' } as const;
    const never = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
    await change(test, {
      hours: { timeZone: 'Europe/Berlin', week: never, holidays: [] },
      autoAnswers: { acknowledgement, outOfHours },
    });
    const visitor = await test.visitor();
    const { conversation } = await test.desk.as(visitor).startChat({ body });
    const { items } = await test.desk.as(visitor).readTimeline({ conversation: conversation.id, limit: 9 });
    expect(items.map(({ message }) => message?.body.text)).toContain(outOfHours.text);
  });
});

let mails = 0;

function mail(test: TestDesk, verdict: 'pass' | 'none' | 'fail') {
  const from = { name: 'Kim', address: 'kim@example.org' };
  const messageId = `<auto-${++mails}@example.org>`;
  const email = { from, to: [], cc: [], subject: 'An order', messageId, verdict, original: null };
  return test.inbound({ verdict, email });
}
