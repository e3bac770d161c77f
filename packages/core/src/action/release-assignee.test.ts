import { describe, expect, it } from 'vitest';
import { openJobDesk } from '../testing/job-desk.ts';

describe('a deactivated teammate', () => {
  it('is taken off every conversation of every tab and spam, and the team keeps them', async () => {
    const { desk, admin, ana, teams, give, conversations, work, events } = await openJobDesk();
    await give(24, { teammate: ana.id, team: teams.billing.id });
    await give(5, { teammate: admin.id });
    await desk.as(admin).deactivateTeammate(ana.id);
    await work();
    const rows = await conversations();
    const { length } = rows.filter(({ assignee }) => assignee.team === teams.billing.id && !assignee.teammate);
    expect([length, rows.filter(({ assignee }) => assignee.teammate === admin.id).length]).toEqual([24, 5]);
    expect(new Set(rows.map(({ state, spam }) => (spam ? 'spam' : state.status))).size).toBe(4);
    const gone = (await events('assignee-changed')).slice(-24);
    expect(new Set(gone.map((event) => event.conversation)).size).toBe(24);
    for (const event of gone) {
      const to = { teammate: null, team: teams.billing.id };
      expect(event).toMatchObject({ because: 'assignee-gone', actor: { kind: 'teammate', id: admin.id }, to });
    }
  });

  it('keeps what is left after coming back before the job ends', async () => {
    const { desk, admin, ana, give, conversations, work, jobs } = await openJobDesk();
    await give(150, { teammate: ana.id });
    await desk.as(admin).deactivateTeammate(ana.id);
    await desk.doWork();
    await desk.as(admin).reactivateTeammate(ana.id);
    await work();
    const left = (await conversations()).filter(({ assignee }) => assignee.teammate === ana.id);
    expect([await jobs(), left.length]).toEqual([[], 50]);
  });

  it('keeps the rows of the very step during which it comes back', async () => {
    const { desk, admin, ana, give, conversations, work, meanwhile } = await openJobDesk();
    await give(4, { teammate: ana.id });
    await desk.as(admin).deactivateTeammate(ana.id);
    meanwhile(() => desk.as(admin).reactivateTeammate(ana.id));
    await work();
    expect((await conversations()).filter(({ assignee }) => assignee.teammate === ana.id)).toHaveLength(4);
  });

  it('is not taken off what somebody else got during the step', async () => {
    const { desk, admin, ana, ben, give, conversations, work, meanwhile } = await openJobDesk();
    await give(4, { teammate: ana.id });
    await desk.as(admin).deactivateTeammate(ana.id);
    const [{ id: conversation } = { id: '' as never }] = await conversations();
    meanwhile(() => desk.as(admin).assign({ conversation, teammate: ben.id }));
    await work();
    const taken = (await conversations()).filter(({ assignee }) => assignee.teammate);
    expect(taken).toMatchObject([{ id: conversation, assignee: { teammate: ben.id } }]);
  });
});

describe('a deleted team', () => {
  it('is taken off its conversations, then its members out of it, and the counts are right', async () => {
    const { desk, admin, owner, ana, teams, give, conversations, work, jobs, events } = await openJobDesk();
    await give(110, { team: teams.billing.id, teammate: owner.id });
    await give(10, { team: teams.sales.id });
    await desk.as(admin).deleteTeam(teams.billing.id);
    await work();
    const rows = await conversations();
    const having = (team: string) => rows.filter(({ assignee }) => assignee.team === team).length;
    expect([await jobs(), having(teams.billing.id), having(teams.sales.id)]).toEqual([[], 0, 10]);
    const [row] = await desk.parts.storage.find(owner.workspace, 'teammate', [ana.id]);
    expect(row?.teams).toEqual([]);
    expect(await events('access-changed')).toMatchObject([{ teammate: ana.id }]);
    const { folders } = await desk.as(owner).countFolders();
    const mine = folders.find(({ folder }) => folder.kind === 'me')?.counts;
    expect(mine).toEqual({ open: 28, closed: 28, snoozed: 27, spam: 0 });
    const gone = (await events('assignee-changed')).slice(-110);
    for (const event of gone) {
      expect(event).toMatchObject({ because: 'team-deleted', to: { team: null, teammate: owner.id } });
    }
  });

  it('keeps what it has when somebody made it anew under its id', async () => {
    const { desk, admin, teams, give, conversations, work } = await openJobDesk();
    await give(3, { team: teams.billing.id });
    await desk.as(admin).deleteTeam(teams.billing.id);
    await desk.as(admin).addTeam({ id: teams.billing.id, name: 'Billing', handle: 'billing' });
    await work();
    expect((await conversations()).filter(({ assignee }) => assignee.team === teams.billing.id)).toHaveLength(3);
  });
});
