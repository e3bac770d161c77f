import { describe, expect, it } from 'vitest';
import { isConversationEvent } from '../log/log-event.ts';
import { emptyChange } from '../storage/change.ts';
import { openJobDesk } from '../testing/job-desk.ts';

async function open() {
  const test = await openJobDesk();
  const { desk, workspace } = test;
  return {
    ...test,
    /** The contact of a new mail from this address. */
    async contactOf(address: string) {
      const { conversation } = await desk.receiver.receive(test.inbound({ from: { name: '', address } }));
      const [row] = await desk.parts.storage.find(workspace, 'conversation', [conversation]);
      if (!row) throw new Error('There is no conversation');
      return row.contact;
    },
  };
}

describe('a merged contact', () => {
  it('gives its conversations to the one that stays, of every tab and spam, by an event each', async () => {
    const { desk, workspace, owner, give, conversations, work, start, contactOf } = await open();
    const [from, into] = [await contactOf('kim@example.org'), await contactOf('lee@example.org')];
    await give(7, { teammate: owner.id });
    await start({ type: 'move-conversations', from, into });
    await work();
    expect((await conversations()).map(({ contact }) => contact)).toEqual(Array(9).fill(into));
    const ask = {
      scope: { kind: 'everything' },
      me: null,
      sort: 'newest',
      limit: 50,
      folder: { kind: 'all' },
    } as const;
    const list = (contact: typeof from) => desk.parts.storage.listConversations(workspace, { ...ask, contact });
    expect([(await list(from)).length, (await list(into)).length]).toEqual([0, 8]);
    const events = (await desk.parts.storage.listEvents(workspace, { limit: 1_000 })).filter(isConversationEvent);
    const moved = events.filter((event) => event.type === 'details-changed');
    expect(moved).toHaveLength(8);
    expect(moved[0]).toMatchObject({ fields: ['contact'], contact: into });
  });

  it('gives them to the one that the other has become one with since', async () => {
    const { desk, workspace, conversations, work, start, contactOf, meanwhile } = await open();
    const [one, two, three] = [await contactOf('a@x.org'), await contactOf('b@x.org'), await contactOf('c@x.org')];
    const [row] = await desk.parts.storage.find(workspace, 'contact', [two]);
    if (!row) throw new Error('There is no second contact');
    const merged = { ...row, version: row.version + 1, mergedInto: three };
    await start({ type: 'move-conversations', from: one, into: two });
    meanwhile(() => desk.parts.storage.commit({ ...emptyChange(workspace), put: [{ kind: 'contact', row: merged }] }));
    await work();
    expect((await conversations()).map(({ contact }) => contact).sort()).toEqual([two, three, three].sort());
  });
});
