import { describe, expect, it } from 'vitest';
import { buildTeam } from '../testing/builders.ts';
import { decideTeam } from './decide-team.ts';

describe('decideTeam', () => {
  const before = buildTeam({ name: 'Billing', handle: 'billing' });

  it.each([{}, { name: 'Billing' }, { assignment: { kind: 'manual' } as const }])(
    'leaves it as it is for %j',
    (given) => {
      expect(decideTeam(before, given)).toEqual({ ok: true, value: before });
    },
  );

  it.each([
    { name: 'Money' },
    { handle: 'money' },
    { assignment: { kind: 'round-robin', limit: null } as const },
    { assignment: { kind: 'least-busy', limit: 5 } as const },
  ])('changes %j', (given) => {
    expect(decideTeam(before, given)).toEqual({ ok: true, value: { ...before, ...given, version: 2 } });
  });

  it('tells another limit from the same one', () => {
    const five = buildTeam({ ...before, assignment: { kind: 'round-robin', limit: 5 } });
    expect(decideTeam(five, { assignment: { kind: 'round-robin', limit: 6 } })).toMatchObject({
      value: { version: 2 },
    });
    expect(decideTeam(five, { assignment: { limit: 5, kind: 'round-robin' } })).toEqual({ ok: true, value: five });
  });

  it.each([
    [{ handle: 'the team' }, 'handle-invalid', 'handle'],
    [{ name: '' }, 'name-invalid', 'name'],
    [{ assignment: { kind: 'least-busy', limit: 0 } as const }, 'setting-invalid', 'assignment.limit'],
    [{ assignment: { kind: 'round-robin', limit: 1.5 } as const }, 'setting-invalid', 'assignment.limit'],
  ])('refuses %j', (given, code, path) => {
    expect(decideTeam(before, given)).toEqual({ ok: false, refusal: { code, path } });
  });
});
