import { describe, expect, it } from 'vitest';
import type { TeammateActor } from '../people/actor.ts';
import type { Teammate } from '../people/teammate.ts';
import { noFaults, withFaults } from '../testing/faulty-storage.ts';
import { openTestDesk } from '../testing/test-desk.ts';

const zoe = { externalId: 'host-zoe', name: 'Zoe', handle: 'zoe', role: 'member' } as const;

async function open() {
  const faults = noFaults();
  const test = await openTestDesk({ wrap: (storage) => withFaults(storage, faults) });
  const { desk, workspace } = test;
  const host = { kind: 'host', workspace, id: desk.parts.newId('api-key') } as const;
  const from = await desk.parts.storage.position(workspace);
  return {
    ...test,
    faults,
    host,
    row: async (id: string) => (await desk.parts.storage.find(workspace, 'teammate', [id]))[0],
    happened: async () =>
      (await desk.parts.storage.listEvents(workspace, { after: from, limit: 100 })).map((event) => event.type),
    events: () => desk.parts.storage.listEvents(workspace, { after: from, limit: 100 }),
  };
}

const code = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code;

describe('an invitation', () => {
  it('adds a person, says so with who did it, and is the same again by its id', async () => {
    const { desk, admin, events } = await open();
    const id = desk.parts.newId('teammate');
    const added = await desk.as(admin).inviteTeammate({ ...zoe, id, email: 'zoe@example.com' });
    expect(added).toMatchObject({ id, ...zoe, email: 'zoe@example.com', teams: [], status: 'active' });
    expect(await desk.as(admin).inviteTeammate({ ...zoe, id, email: 'zoe@example.com' })).toEqual(added);
    expect(await events()).toMatchObject([
      { type: 'teammate-added', teammate: id, actor: { kind: 'teammate', id: admin.id }, audience: 'workspace' },
    ]);
    const other = await desk.attempt(admin).inviteTeammate({ ...zoe, id, name: 'Zed' });
    expect(other).toEqual({ ok: false, refusal: { code: 'id-taken', path: 'id' } });
  });

  it.each([
    [{ handle: 'ANA' }, { code: 'handle-taken', path: 'handle' }],
    [{ handle: 'billing' }, { code: 'handle-taken', path: 'handle' }],
    [{ handle: 'z o e' }, { code: 'handle-invalid', path: 'handle' }],
    [{ name: '\u0000' }, { code: 'name-invalid', path: 'name' }],
    [{ externalId: 'host-ana' }, { code: 'identity-taken', path: 'externalId' }],
    [{ teams: ['tem_nowhere' as never] }, { code: 'team-unknown', path: 'teams' }],
  ])('with %j is refused, and nothing is written', async (given, refusal) => {
    const { desk, admin, happened } = await open();
    expect(await desk.attempt(admin).inviteTeammate({ ...zoe, ...given })).toEqual({ ok: false, refusal });
    expect(await happened()).toEqual([]);
  });

  it('is for admins and the host, to make an owner for owners and the host', async () => {
    const { desk, owner, admin, ana, host, workspace } = await open();
    const integrator = { kind: 'integrator', workspace, id: host.id, scopes: ['people:read', 'people:write'] } as const;
    const invite = async (actor: Parameters<typeof desk.as>[0], role: Teammate['role'], at: number) =>
      code(await desk.attempt(actor).inviteTeammate({ externalId: `x${at}`, name: 'X', handle: `x${at}`, role }));
    expect(await Promise.all([owner, admin, host].map((actor, at) => invite(actor, 'admin', at)))).toEqual(
      Array(3).fill('ok'),
    );
    expect([await invite(owner, 'owner', 4), await invite(host, 'owner', 5)]).toEqual(['ok', 'ok']);
    expect(await invite(admin, 'owner', 6)).toBe('forbidden');
    expect([await invite(ana, 'member', 7), await invite(integrator, 'member', 8)]).toEqual(['forbidden', 'forbidden']);
  });
});

describe('a changed teammate', () => {
  it('frees the old handle and holds the new one', async () => {
    const { desk, admin, ana } = await open();
    await desk.as(admin).changeTeammate({ teammate: ana.id, handle: 'anna' });
    expect(code(await desk.attempt(admin).inviteTeammate({ ...zoe, handle: 'Anna' }))).toBe('handle-taken');
    expect(code(await desk.attempt(admin).inviteTeammate({ ...zoe, handle: 'ana' }))).toBe('ok');
    expect(await desk.as(admin).changeTeammate({ teammate: ana.id, handle: 'ANNA' })).toMatchObject({ handle: 'ANNA' });
    const taken = await desk.attempt(admin).changeTeammate({ teammate: ana.id, handle: 'sales' });
    expect(taken).toEqual({ ok: false, refusal: { code: 'handle-taken', path: 'handle' } });
  });

  it('is heard of by all, and in rights by nobody but who has them', async () => {
    const { desk, admin, ana, teams, events } = await open();
    await desk.as(admin).changeTeammate({ teammate: ana.id, name: 'Ana B.', teams: [teams.sales.id] });
    expect(await events()).toMatchObject([
      { type: 'teammate-changed', teammate: ana.id, audience: 'workspace' },
      { type: 'access-changed', teammate: ana.id, audience: { teammate: ana.id } },
    ]);
    await desk.as(admin).changeTeammate({ teammate: ana.id, name: 'Ana B.', teams: [teams.sales.id] });
    expect(await events()).toHaveLength(2);
  });

  it('gets only teams that are there, also when one is deleted at the same moment', async () => {
    const { desk, admin, cem, teams, faults, row } = await open();
    let first = true;
    faults.before = async () => {
      if (!first) return;
      first = false;
      await desk.as(admin).deleteTeam(teams.sales.id);
    };
    const changed = await desk.attempt(admin).changeTeammate({ teammate: cem.id, teams: [teams.sales.id] });
    expect(changed).toEqual({ ok: false, refusal: { code: 'team-unknown', path: 'teams' } });
    expect(await row(cem.id)).toMatchObject({ teams: [], version: 1 });
  });

  it('is not there for who names nobody', async () => {
    const { desk, admin } = await open();
    const teammate = desk.parts.newId('teammate');
    expect(code(await desk.attempt(admin).changeTeammate({ teammate, name: 'X' }))).toBe('not-found');
    expect(code(await desk.attempt(admin).deactivateTeammate(teammate))).toBe('not-found');
  });

  it('is changed by admins and the host, and of oneself in what is said of oneself', async () => {
    const { desk, admin, ana, ben, host, visitor, owner, row } = await open();
    expect(code(await desk.attempt(ana).changeTeammate({ teammate: ben.id, name: 'X' }))).toBe('forbidden');
    expect(code(await desk.attempt(ana).changeTeammate({ teammate: ana.id, name: 'X' }))).toBe('forbidden');
    expect(code(await desk.attempt(ana).deactivateTeammate(ben.id))).toBe('forbidden');
    expect(code(await desk.attempt(ana).reactivateTeammate(ben.id))).toBe('forbidden');
    expect(code(await desk.attempt(host).changeTeammate({ teammate: ben.id, name: 'Ben B.' }))).toBe('ok');
    expect(code(await desk.attempt(host).changeMe({ name: 'X' }))).toBe('forbidden');
    expect(code(await desk.attempt(await visitor()).changeMe({ name: 'X' }))).toBe('forbidden');
    expect(await desk.as(ana).changeMe({ availability: 'away', reassignAnswers: true })).toMatchObject({ name: 'ana' });
    expect(await row(ana.id)).toMatchObject({ availability: 'away', reassignAnswers: true });
    expect(code(await desk.attempt(owner).changeMe({ name: 'Olga' }))).toBe('ok');
    expect(code(await desk.attempt(admin).changeTeammate({ teammate: owner.id, name: 'X' }))).toBe('forbidden');
  });
});

describe('the last owner', () => {
  it('can be neither deactivated nor demoted, by nobody', async () => {
    const { desk, owner, host } = await open();
    for (const actor of [owner, host]) {
      expect(code(await desk.attempt(actor).deactivateTeammate(owner.id))).toBe('last-owner');
      expect(code(await desk.attempt(actor).changeTeammate({ teammate: owner.id, role: 'admin' }))).toBe('last-owner');
    }
  });

  it('stays when two owners go at the same moment', async () => {
    const { desk, owner, host, faults, row } = await open();
    const second = await desk.as(owner).inviteTeammate({ ...zoe, role: 'owner' });
    let first = true;
    const other: unknown[] = [];
    faults.before = async () => {
      if (!first) return;
      first = false;
      other.push(code(await desk.attempt(host).changeTeammate({ teammate: second.id, role: 'member' })));
    };
    expect([code(await desk.attempt(host).deactivateTeammate(owner.id)), other]).toEqual(['last-owner', ['ok']]);
    expect([await row(owner.id), await row(second.id)]).toMatchObject([{ status: 'active' }, { role: 'member' }]);
  });
});

describe('a deactivated teammate', () => {
  it('keeps handle and teams for a return, and hears of its rights', async () => {
    const { desk, admin, ana, happened, row } = await open();
    await desk.as(admin).deactivateTeammate(ana.id);
    expect(await row(ana.id)).toMatchObject({ status: 'deactivated', teams: ana.teams });
    await desk.as(admin).deactivateTeammate(ana.id);
    expect(await happened()).toEqual(['teammate-deactivated', 'access-changed']);
    expect(code(await desk.attempt(admin).inviteTeammate({ ...zoe, handle: 'ana' }))).toBe('handle-taken');
    await desk.as(admin).reactivateTeammate(ana.id);
    expect(await row(ana.id)).toMatchObject({ status: 'active', teams: ana.teams });
  });

  it('hears nothing after that in a stream that was open', async () => {
    const { desk, admin, ana, inbound } = await open();
    const frames = await heardBy(ana);
    expect(frames.slice(-2).map((frame) => frame.kind === 'workspace' && frame.event.type)).toEqual([
      'teammate-deactivated',
      'access-changed',
    ]);

    async function heardBy(actor: TeammateActor) {
      const heard = [];
      const stop = new AbortController();
      const from = await desk.parts.storage.position(actor.workspace);
      for await (const frame of desk.listen(actor, { after: from, stop: stop.signal })) {
        heard.push(frame);
        if (frame.kind !== 'position' || heard.length > 1) continue;
        await desk.as(admin).deactivateTeammate(actor.id);
        await desk.receiver.receive(inbound());
      }
      return heard;
    }
  });
});
