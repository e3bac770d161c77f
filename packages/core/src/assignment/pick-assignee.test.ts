import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TeammateId } from '../shared/id.ts';
import type { AssignmentPolicy } from './assignment-policy.ts';
import { type Candidate, pickAssignee } from './pick-assignee.ts';

const id = (name: string) => `tmt_${name}` as TeammateId;
const [ana, ben, cem, dan] = [id('a'), id('b'), id('c'), id('d')];

function candidate(teammate: TeammateId, open = 0, overrides: Partial<Candidate> = {}): Candidate {
  return { teammate, availability: 'available', active: true, open, ...overrides };
}

const roundRobin = (limit: number | null = null): AssignmentPolicy => ({ kind: 'round-robin', limit });
const leastBusy = (limit: number | null = null): AssignmentPolicy => ({ kind: 'least-busy', limit });
const all = [candidate(cem), candidate(ana), candidate(ben)];
const away = { availability: 'away' } as const;
const gone = { active: false };

describe('pickAssignee', () => {
  it.each([
    ['by hand: nobody', { kind: 'manual' }, all, null, null],
    ['in turn, at the beginning', roundRobin(), all, null, ana],
    ['in turn', roundRobin(), all, ana, ben],
    ['in turn, at the end', roundRobin(), all, cem, ana],
    ['in turn, after somebody who left', roundRobin(), [candidate(ana), candidate(cem)], ben, cem],
    ['in turn, after the last one who left', roundRobin(), all, dan, ana],
    ['in turn, past who is away', roundRobin(), [candidate(ana), candidate(ben, 0, away), candidate(cem)], ana, cem],
    [
      'in turn, past who is deactivated',
      roundRobin(),
      [candidate(ana), candidate(ben, 0, gone), candidate(cem)],
      ana,
      cem,
    ],
    ['in turn, past who has enough', roundRobin(3), [candidate(ana), candidate(ben, 3), candidate(cem, 2)], ana, cem],
    ['in turn, however much without a limit', roundRobin(), [candidate(ana), candidate(ben, 999)], ana, ben],
    ['in turn: again the only one', roundRobin(), [candidate(ben)], ben, ben],
    ['in turn: nobody is there', roundRobin(), [], ana, null],
    ['in turn: all are away', roundRobin(), [candidate(ana, 0, away), candidate(ben, 0, gone)], null, null],
    ['in turn: all have enough', roundRobin(1), [candidate(ana, 1), candidate(ben, 2)], null, null],
    ['in turn: a limit of none', roundRobin(0), all, null, null],
    ['the least busy', leastBusy(), [candidate(ana, 2), candidate(ben, 1), candidate(cem, 3)], ben, ben],
    ['the least busy, in turn', leastBusy(), [candidate(ana, 1), candidate(ben, 2), candidate(cem, 1)], ana, cem],
    [
      'the least busy, in turn, at the end',
      leastBusy(),
      [candidate(ana, 1), candidate(ben, 1), candidate(cem, 2)],
      ben,
      ana,
    ],
    [
      'the least busy who is there',
      leastBusy(),
      [candidate(ana, 0, away), candidate(ben, 0, gone), candidate(cem, 9)],
      null,
      cem,
    ],
    ['the least busy: all have enough', leastBusy(2), [candidate(ana, 2), candidate(ben, 3)], null, null],
    ['the least busy: nobody is there', leastBusy(2), [], null, null],
  ] as const)('%s', (_, policy, candidates, last, picked) => {
    expect(pickAssignee(policy, candidates, last)).toBe(picked);
  });
});

const ids = fc.uniqueArray(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 12,
});
const teammates = ids.map((names) => names.map(id));
const limits = fc.option(fc.integer({ min: 0, max: 4 }));

function someCandidates(teammates: readonly TeammateId[]): fc.Arbitrary<Candidate[]> {
  const each = teammates.map((teammate) =>
    fc.record({
      teammate: fc.constant(teammate),
      availability: fc.constantFrom('available' as const, 'available' as const, 'away' as const),
      active: fc.constantFrom(true, true, false),
      open: fc.integer({ min: 0, max: 4 }),
    }),
  );
  return fc.tuple(...each).chain((candidates) => fc.shuffledSubarray(candidates));
}

const situations = teammates.chain((teammates) =>
  fc.record({
    candidates: someCandidates(teammates),
    last: fc.option(fc.constantFrom(...teammates)),
    kind: fc.constantFrom('round-robin' as const, 'least-busy' as const),
    limit: limits,
  }),
);

describe('whoever is there', () => {
  it('picks one exactly when one can take it, and never somebody who cannot', () => {
    fc.assert(
      fc.property(situations, ({ candidates, last, kind, limit }) => {
        const able = candidates
          .filter(({ availability, active }) => active && availability === 'available')
          .filter(({ open }) => limit === null || open < limit);
        const picked = pickAssignee({ kind, limit }, candidates, last);
        if (able.length === 0) expect(picked).toBeNull();
        else expect(able.map(({ teammate }) => teammate)).toContain(picked);
        if (kind === 'least-busy' && picked) {
          const fewest = Math.min(...able.map(({ open }) => open));
          expect(able.find(({ teammate }) => teammate === picked)?.open).toBe(fewest);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not ask in which order they stand', () => {
    fc.assert(
      fc.property(situations, ({ candidates, last, kind, limit }) => {
        const picked = pickAssignee({ kind, limit }, candidates, last);
        expect(pickAssignee({ kind, limit }, candidates.toReversed(), last)).toBe(picked);
      }),
      { numRuns: 1_000 },
    );
  });

  it('skips nobody in a round, although others join and leave', () => {
    const rounds = teammates.chain((teammates) =>
      fc.record({
        stays: fc.constantFrom(...teammates),
        present: fc.array(fc.subarray(teammates), { minLength: teammates.length, maxLength: 30 }),
        last: fc.option(fc.constantFrom(...teammates)),
        everybody: fc.constant(teammates),
      }),
    );
    fc.assert(
      fc.property(rounds, ({ stays, present, last, everybody }) => {
        let before = last;
        const picks = present.map((others) => {
          before = pickAssignee(
            roundRobin(),
            [...new Set([...others, stays])].map((id) => candidate(id)),
            before,
          );
          return before;
        });
        for (let from = 0; from + everybody.length <= picks.length; from++) {
          expect(picks.slice(from, from + everybody.length)).toContain(stays);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a long run with the same teammates', () => {
  it('gives everybody as many in turn, but for one', () => {
    fc.assert(
      fc.property(teammates, fc.integer({ min: 1, max: 100 }), fc.nat(), (teammates, length, place) => {
        const given = new Map(teammates.map((id) => [id, 0]));
        let last: TeammateId | null = teammates[place % (2 * teammates.length)] ?? null;
        for (let turn = 0; turn < length; turn++) {
          last = pickAssignee(
            roundRobin(),
            teammates.map((id) => candidate(id)),
            last,
          );
          if (last) given.set(last, (given.get(last) ?? 0) + 1);
          expect(Math.max(...given.values()) - Math.min(...given.values())).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('levels those who began with different numbers, when the least busy gets it', () => {
    const begun = teammates.chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), fc.nat(5)))));
    fc.assert(
      fc.property(begun, (begun) => {
        const open = new Map(begun);
        let last: TeammateId | null = null;
        for (let turn = 0; turn < 5 * begun.length; turn++) {
          last = pickAssignee(
            leastBusy(),
            [...open].map(([id, count]) => candidate(id, count)),
            last,
          );
          if (last) open.set(last, (open.get(last) ?? 0) + 1);
        }
        expect(Math.max(...open.values()) - Math.min(...open.values())).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1_000 },
    );
  });
});
