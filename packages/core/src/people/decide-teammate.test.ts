import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { can } from '../access/can.ts';
import { newId } from '../shared/id.ts';
import { buildTeammate } from '../testing/builders.ts';
import { decideTeammate, isActiveOwner, type TeammateGiven } from './decide-teammate.ts';
import type { Role, Teammate } from './teammate.ts';

const team = newId('team');
const by = { owner: true, admin: false } as const;

describe('decideTeammate', () => {
  type Line = readonly [
    what: string,
    before: Partial<Teammate>,
    given: TeammateGiven,
    asks: keyof typeof by,
    hasOtherOwner: boolean,
    gives: string | readonly string[],
  ];
  const changed = ['teammate-changed'];
  const withAccess = ['teammate-changed', 'access-changed'];
  const gone = ['teammate-deactivated', 'access-changed'];
  const owner = { role: 'owner' } as const;

  it.each<Line>([
    ['nothing', {}, {}, 'admin', false, []],
    ['what it has already', { name: 'Ana', teams: [team] }, { name: 'Ana', teams: [team, team] }, 'admin', false, []],
    ['a name', {}, { name: 'Bea' }, 'admin', false, changed],
    ['a name that is none', {}, { name: ' ' }, 'admin', false, 'name-invalid'],
    ['an address', {}, { email: 'ana@example.com' }, 'admin', false, changed],
    ['a handle', {}, { handle: 'bea' }, 'admin', false, changed],
    ['a handle that is none', {}, { handle: 'b a' }, 'admin', false, 'handle-invalid'],
    ['away', {}, { availability: 'away', reassignAnswers: true }, 'admin', false, changed],
    ['a team', {}, { teams: [team] }, 'admin', false, withAccess],
    ['a role', {}, { role: 'admin' }, 'admin', false, withAccess],
    ['a return', { status: 'deactivated' }, { status: 'active' }, 'admin', false, withAccess],
    ['an end', {}, { status: 'deactivated' }, 'admin', false, gone],
    ['an end for the second time', { status: 'deactivated' }, { status: 'deactivated' }, 'admin', false, []],
    ['ownership, by an admin', {}, owner, 'admin', true, 'forbidden'],
    ['ownership, by an owner', {}, owner, 'owner', true, withAccess],
    ['an owner, by an admin', owner, { name: 'Bea' }, 'admin', true, 'forbidden'],
    ['an owner who is gone, by an admin', { ...owner, status: 'deactivated' }, owner, 'admin', true, 'forbidden'],
    ['the name of the last owner', owner, { name: 'Bea' }, 'owner', false, changed],
    ['the last owner to a member', owner, { role: 'member' }, 'owner', false, 'last-owner'],
    ['the last owner to gone', owner, { status: 'deactivated' }, 'owner', false, 'last-owner'],
    ['one owner of two to a member', owner, { role: 'member' }, 'owner', true, withAccess],
    ['one owner of two to gone', owner, { status: 'deactivated' }, 'owner', true, gone],
    [
      'an owner who is gone to a member',
      { ...owner, status: 'deactivated' },
      { role: 'member' },
      'owner',
      false,
      withAccess,
    ],
  ])('%s', (_, before, given, asks, hasOtherOwner, gives) => {
    const row = buildTeammate(before);
    const decided = decideTeammate(row, given, { mayChangeOwners: by[asks], hasOtherOwner });
    if (!decided.ok) return expect(decided.refusal.code).toBe(gives);
    const { teammate, happened } = decided.value;
    expect(happened).toEqual((gives as readonly string[]).map((type) => ({ type, teammate: row.id })));
    if (gives.length === 0) return expect(teammate).toBe(row);
    return expect(teammate).toEqual({ ...row, ...given, version: row.version + 1 });
  });

  it('keeps a name without what nobody sees of it', () => {
    const facts = { mayChangeOwners: false, hasOtherOwner: false };
    expect(decideTeammate(buildTeammate(), { name: ' Bea ' }, facts)).toMatchObject({
      value: { teammate: { name: 'Bea' } },
    });
  });

  it('keeps an active owner, keeps admins from owners, and lifts nobody by their own hand, whatever is asked', () => {
    const roles: readonly Role[] = ['owner', 'admin', 'member'];
    const rank: Record<Role, number> = { owner: 2, admin: 1, member: 0 };
    const ask = fc.record({
      asks: fc.nat(4),
      about: fc.nat(4),
      given: fc.oneof(
        fc.record({ role: fc.constantFrom(...roles) }),
        fc.record({ status: fc.constantFrom('active', 'deactivated') }),
        fc.record({ name: fc.string() }),
      ),
    });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...roles), { minLength: 4, maxLength: 4 }), fc.array(ask), (team, asks) => {
        let rows: readonly Teammate[] = ['owner' as const, ...team].map((role) => buildTeammate({ role }));
        for (const { asks: who, about, given } of asks) {
          const [asking, before] = [rows[who], rows[about]];
          if (!asking || !before || asking.status !== 'active') continue;
          const actor = { kind: 'teammate', workspace: newId('workspace'), isolation: 'on', ...asking } as const;
          if (!can(actor, 'change-teammates')) continue;
          const hasOtherOwner = rows.some((row) => row !== before && isActiveOwner(row));
          const facts = { mayChangeOwners: can(actor, 'change-owners'), hasOtherOwner };
          const decided = decideTeammate(before, given, facts);
          if (!decided.ok) continue;
          const after = decided.value.teammate;
          if (asking.role !== 'owner') expect([before.role, after.role]).not.toContain('owner');
          if (who === about) expect(rank[after.role]).toBeLessThanOrEqual(rank[before.role]);
          rows = rows.map((row) => (row === before ? after : row));
          expect(rows.some(isActiveOwner)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
