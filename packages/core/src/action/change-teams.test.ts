import { describe, expect, it } from 'vitest';
import { openTestDesk } from '../testing/test-desk.ts';

async function open() {
  const test = await openTestDesk();
  const { desk, workspace } = test;
  const from = await desk.parts.storage.position(workspace);
  const integrator = (...scopes: 'people:write'[]) =>
    ({ kind: 'integrator', workspace, id: desk.parts.newId('api-key'), scopes }) as const;
  return {
    ...test,
    integrator,
    row: async (id: string) => (await desk.parts.storage.find(workspace, 'teammate', [id]))[0],
    events: async () => desk.parts.storage.listEvents(workspace, { after: from, limit: 100 }),
  };
}

const code = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code;

describe('a team', () => {
  it('is added, changed and deleted, and its handle goes with it', async () => {
    const { desk, admin, events } = await open();
    const assignment = { kind: 'round-robin', limit: 5 } as const;
    const team = await desk.as(admin).addTeam({ name: 'Shop', handle: 'shop', assignment });
    expect(team).toMatchObject({ name: 'Shop', handle: 'shop', assignment, version: 1 });
    const changed = await desk.as(admin).changeTeam({ team: team.id, handle: 'store', assignment: { kind: 'manual' } });
    expect(changed).toMatchObject({ name: 'Shop', handle: 'store', assignment: { kind: 'manual' }, version: 2 });
    await desk.as(admin).changeTeam({ team: team.id, handle: 'store' });
    expect(code(await desk.attempt(admin).addTeam({ name: 'Store', handle: 'Store' }))).toBe('handle-taken');
    await desk.as(admin).deleteTeam(team.id);
    expect(code(await desk.attempt(admin).addTeam({ name: 'Store', handle: 'Store' }))).toBe('ok');
    const actor = { kind: 'teammate', id: admin.id };
    expect(await events()).toMatchObject([
      { type: 'team-added', team: team.id, actor },
      { type: 'team-changed', team: team.id, actor },
      { type: 'team-deleted', team: team.id, actor },
      { type: 'team-added' },
    ]);
    expect(code(await desk.attempt(admin).changeTeam({ team: team.id, name: 'X' }))).toBe('not-found');
    expect(code(await desk.attempt(admin).deleteTeam(team.id))).toBe('not-found');
  });

  it('is the same again by its id, and refused with other words', async () => {
    const { desk, admin } = await open();
    const given = { id: desk.parts.newId('team'), name: 'Shop', handle: 'shop' };
    expect(await desk.as(admin).addTeam(given)).toEqual(await desk.as(admin).addTeam(given));
    const other = await desk.attempt(admin).addTeam({ ...given, name: 'Store' });
    expect(other).toEqual({ ok: false, refusal: { code: 'id-taken', path: 'id' } });
  });

  it.each(['sales', 'ANA'])('does not get the handle %s, which somebody has', async (handle) => {
    const { desk, admin, teams, events } = await open();
    const refused = { ok: false, refusal: { code: 'handle-taken', path: 'handle' } };
    expect(await desk.attempt(admin).addTeam({ name: 'X', handle })).toEqual(refused);
    expect(await desk.attempt(admin).changeTeam({ team: teams.billing.id, handle })).toEqual(refused);
    expect(await events()).toEqual([]);
  });

  it.each([
    [{ handle: '@x' }, 'handle-invalid'],
    [{ name: '\n' }, 'name-invalid'],
    [{ assignment: { kind: 'round-robin', limit: -1 } as const }, 'setting-invalid'],
  ])('is not added with %j', async (given, refused) => {
    const { desk, admin, events } = await open();
    expect(code(await desk.attempt(admin).addTeam({ name: 'X', handle: 'x', ...given }))).toBe(refused);
    expect(await events()).toEqual([]);
  });

  it('is for admins, the host and integrators with the scope', async () => {
    const { desk, workspace, ana, admin, integrator, teams } = await open();
    const team = teams.billing.id;
    const host = { kind: 'host', workspace, id: desk.parts.newId('api-key') } as const;
    for (const actor of [ana, integrator()]) {
      expect(code(await desk.attempt(actor).addTeam({ name: 'X', handle: 'x' }))).toBe('forbidden');
      expect(code(await desk.attempt(actor).changeTeam({ team, name: 'X' }))).toBe('forbidden');
      expect(code(await desk.attempt(actor).deleteTeam(team))).toBe('forbidden');
      expect(code(await desk.attempt(actor).joinTeam({ team, teammate: ana.id }))).toBe('forbidden');
      expect(code(await desk.attempt(actor).leaveTeam({ team, teammate: ana.id }))).toBe('forbidden');
    }
    for (const actor of [admin, host, integrator('people:write')]) {
      expect(code(await desk.attempt(actor).changeTeam({ team, name: actor.kind }))).toBe('ok');
    }
  });
});

describe('the members of a team', () => {
  it('come and go, once each, and hear that their rights changed', async () => {
    const { desk, admin, cem, teams, row, events } = await open();
    const membership = { team: teams.sales.id, teammate: cem.id };
    await desk.as(admin).joinTeam(membership);
    await desk.as(admin).joinTeam(membership);
    expect(await row(cem.id)).toMatchObject({ teams: [teams.sales.id], version: 2 });
    await desk.as(admin).leaveTeam(membership);
    await desk.as(admin).leaveTeam(membership);
    expect(await row(cem.id)).toMatchObject({ teams: [], version: 3 });
    const types = ['teammate-changed', 'access-changed'];
    expect((await events()).map(({ type }) => type)).toEqual([...types, ...types]);
  });

  it('may be owners, whom nobody else changes', async () => {
    const { desk, admin, owner, teams, row } = await open();
    await desk.as(admin).joinTeam({ team: teams.sales.id, teammate: owner.id });
    expect(await row(owner.id)).toMatchObject({ teams: [teams.sales.id], role: 'owner' });
  });

  it('are not there where the team or the person is not', async () => {
    const { desk, admin, cem, teams } = await open();
    const nobody = desk.parts.newId('teammate');
    const nowhere = desk.parts.newId('team');
    expect(code(await desk.attempt(admin).joinTeam({ team: nowhere, teammate: cem.id }))).toBe('not-found');
    expect(code(await desk.attempt(admin).leaveTeam({ team: nowhere, teammate: cem.id }))).toBe('not-found');
    expect(code(await desk.attempt(admin).joinTeam({ team: teams.sales.id, teammate: nobody }))).toBe('not-found');
  });
});
