import { describe, expect, it } from 'vitest';
import { plus } from '../shared/instant.ts';
import { away } from '../testing/faulty-storage.ts';
import { jobLease, openJobDesk } from '../testing/job-desk.ts';

describe('a job', () => {
  it('goes in steps of 100 rows, keeps in its row how many are done, and is gone at the end', async () => {
    const { desk, admin, ana, give, jobs } = await openJobDesk();
    await give(230, { teammate: ana.id });
    await desk.as(admin).deactivateTeammate(ana.id);
    const done: (number | undefined)[] = [];
    for (let step = 0; step < 4; step++) {
      await desk.doWork();
      done.push((await jobs())[0]?.done);
    }
    // The spam comes behind all else.
    expect([done, await desk.doWork()]).toEqual([[100, 173, 230, undefined], 0]);
  });

  it.each([1, 2, 3])(
    'does each row once when its step %d dies, and goes on when the lease has run out',
    async (nth) => {
      const { desk, admin, ana, clock, give, conversations, work, events, failAt } = await openJobDesk();
      await give(120, { teammate: ana.id });
      await desk.as(admin).deactivateTeammate(ana.id);
      const before = (await events('assignee-changed')).length;
      failAt(nth, away);
      const failed: unknown[] = [];
      while ((await desk.doWork({ onFailure: (error) => failed.push(error) })) > 0);
      const left = (await conversations()).filter(({ assignee }) => assignee.teammate);
      expect([failed.length, left.length]).toEqual([1, [120, 30, 0][nth - 1]]);
      clock.pass(jobLease);
      await work();
      expect((await conversations()).filter(({ assignee }) => assignee.teammate)).toEqual([]);
      const after = await events('assignee-changed');
      expect([after.length - before, new Set(after.slice(before).map((event) => event.conversation)).size]).toEqual([
        120, 120,
      ]);
    },
  );

  it('whose lease another node has taken meanwhile writes nothing', async () => {
    const { desk, admin, ana, clock, give, work, events, meanwhile } = await openJobDesk();
    await give(8, { teammate: ana.id });
    await desk.as(admin).deactivateTeammate(ana.id);
    const before = (await events('assignee-changed')).length;
    meanwhile(async () => {
      clock.pass(jobLease);
      await work();
    });
    const failed: unknown[] = [];
    await desk.doWork({ onFailure: (error) => failed.push(error) });
    expect([(await events('assignee-changed')).length - before, failed]).toEqual([8, []]);
  });

  it('leaves other work its turn, and many jobs end', async () => {
    const { desk, admin, owner, ana, ben, give, clock, inbound, work, jobs, conversations } = await openJobDesk();
    await give(250, { teammate: ana.id });
    await give(150, { teammate: ben.id });
    const { conversation } = await desk.receiver.receive(inbound());
    await desk.as(owner).snooze({ conversation, until: plus(clock.now(), 1_000) });
    await desk.as(admin).deactivateTeammate(ana.id);
    await desk.as(admin).deactivateTeammate(ben.id);
    clock.pass(1_000);
    await desk.doWork({ limit: 1 });
    clock.pass(1);
    await desk.doWork({ limit: 2 });
    const { state } = await desk.as(owner).findConversation(conversation);
    expect([state, (await jobs()).map(({ done }) => done)]).toEqual([{ status: 'open' }, [100, 100]]);
    await work();
    expect(await jobs()).toEqual([]);
    expect((await conversations()).filter(({ assignee }) => assignee.teammate)).toEqual([]);
  });

  it('takes fewer rows at once while somebody is always faster', async () => {
    const { desk, admin, ana, ben, give, conversations, faults, jobs, work } = await openJobDesk();
    await give(16, { teammate: ana.id });
    await desk.as(admin).deactivateTeammate(ana.id);
    faults.before = async ({ put, settle }) => {
      const first = put.find((row) => row.kind === 'conversation');
      if (settle.length === 0 || first?.kind !== 'conversation' || put.length < 3) return;
      const on = { conversation: first.row.id, teammate: ben.id };
      await desk.as(admin).share(on);
      await desk.as(admin).unshare(on);
    };
    await desk.doWork();
    expect(await jobs()).toMatchObject([{ done: 1 }]);
    faults.before = () => {};
    await work();
    expect((await conversations()).filter(({ assignee }) => assignee.teammate)).toEqual([]);
  });
});
