import { type Branch, newId } from '@deskkit/core';
import { describe, expect, it } from 'vitest';
import { conditionsOf, type Strand, strandSql } from './list-sql.ts';
import { openDatabase } from './open-database.ts';

const team = newId('team');
const teammate = newId('teammate');
const strands: readonly Strand[] = [
  { waiting: [0, 1], column: 'last_seq', order: 'DESC', beyond: 9 },
  { waiting: [0, 1], column: 'last_seq', order: 'ASC', beyond: 9 },
  { waiting: [0], column: 'last_seq', order: 'DESC', beyond: 9 },
  { waiting: [1], column: 'waiting_seq', order: 'ASC', beyond: 9 },
];

/** The steps of SQLite that touch a table or sort, one list per strand. */
function stepsOf(branch: Branch, of: readonly Strand[], channel?: string): readonly (readonly string[])[] {
  const db = openDatabase(':memory:');
  const plans = of.map((strand) => {
    const conditions = conditionsOf(branch, channel === undefined ? {} : { channel });
    const values = strand.waiting.flatMap(() => ['1', ...conditions.map(({ value }) => value), 9]);
    const sql = `EXPLAIN QUERY PLAN ${strandSql(strand, conditions, false)}`;
    const plan = db.prepare<unknown[], { detail: string }>(sql);
    return plan
      .all(...values, 50)
      .map(({ detail }) => detail)
      .filter((detail) => /SEARCH|SCAN|TEMP/.test(detail));
  });
  db.close();
  return plans;
}

describe('a page of a branch', () => {
  it.each<[string, Branch, string]>([
    ['everything', { tab: 'open' }, '_all (workspace=? AND tab=? AND '],
    ['no team', { tab: 'open', team: null }, '_team (workspace=? AND tab=? AND team=? AND '],
    ['a team', { tab: 'closed', team }, '_team (workspace=? AND tab=? AND team=? AND '],
    ['a teammate', { tab: 'open', teammate }, '_teammate (workspace=? AND tab=? AND teammate=? AND '],
    [
      'nobody',
      { tab: 'open', team: null, teammate: null },
      '_both (workspace=? AND tab=? AND team=? AND teammate=? AND ',
    ],
    [
      'shared with somebody',
      { tab: 'open', sharedWith: teammate },
      '_shared (workspace=? AND shared_with=? AND tab=? AND ',
    ],
  ])('of %s is one walk along an index that has all it needs', (_name, branch, index) => {
    for (const channel of branch.sharedWith ? [undefined] : [undefined, 'chat']) {
      for (const [at, steps] of stepsOf(branch, strands, channel).entries()) {
        expect(steps).toHaveLength(strands[at]?.waiting.length ?? 0);
        for (const step of steps) {
          expect(step).toMatch(/^SEARCH \w+ USING COVERING INDEX (list|wait)/);
          expect(step).toContain(index);
        }
      }
    }
  });

  it.each<[string, Branch]>([
    ['session', { tab: 'open', holderSession: newId('session') }],
    ['identity', { tab: 'open', holderIdentity: 'user-7' }],
  ])('of a %s in the order of messages is one walk along an index', (column, branch) => {
    for (const steps of stepsOf(branch, strands.slice(0, 2))) {
      expect(steps).toHaveLength(2);
      for (const step of steps) {
        expect(step).toMatch(/^SEARCH conversation USING (COVERING )?INDEX list/);
        expect(step).toContain(`holder_${column}=? AND tab=? AND waiting=? AND last_seq`);
      }
    }
  });

  it('of shares within a team walks along the shares', () => {
    for (const steps of stepsOf({ tab: 'open', sharedWith: teammate, team }, strands)) {
      expect(steps.filter((step) => step.includes('TEMP'))).toEqual([]);
      for (const [at, step] of steps.entries()) {
        expect(step).toMatch(
          at % 2 === 0
            ? /^SEARCH conversation_share USING .*_shared /
            : /^SEARCH conversation USING INTEGER PRIMARY KEY/,
        );
      }
    }
  });
});
