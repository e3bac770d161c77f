import { type Branch, newId, systemClock } from '@deskkit/core';
import { describe, expect, it } from 'vitest';
import { conditionsOf, type Strand, strandSql } from './list-sql.ts';
import { openDatabase } from './open-database.ts';
import { createTables } from './tables.ts';

const team = newId('team');
const teammate = newId('teammate');
const strands: readonly Strand[] = [
  { waiting: 0, column: 'last_seq', key: 'last_seq', order: 'DESC', beyond: 9 },
  { waiting: 1, column: 'last_seq', key: 'last_seq', order: 'ASC', beyond: 9 },
  { waiting: 1, column: 'waiting_seq', key: 'waiting_seq', order: 'ASC', beyond: 9 },
];

function plansOf(
  branch: Branch,
  of: readonly Strand[],
  narrowed: { channel?: string; contact?: never } = {},
): string[] {
  const db = openDatabase(':memory:');
  createTables(db, systemClock);
  const plans = of.map((strand) => {
    const conditions = conditionsOf(branch, narrowed);
    const values = ['1', ...conditions.map(({ value }) => value), 9, 50];
    const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${strandSql(strand, conditions)}`);
    return steps
      .all(values)
      .map((step) => step.detail)
      .join('; ');
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
    for (const narrowed of [{}, { channel: 'chat' }]) {
      if ('channel' in narrowed && branch.sharedWith) continue;
      for (const plan of plansOf(branch, strands, narrowed)) {
        expect(plan).toMatch(/^SEARCH \w+ USING COVERING INDEX (list|wait)/);
        expect(plan).toContain(index);
      }
    }
  });

  it.each<[string, Branch]>([
    ['session', { tab: 'open', holderSession: newId('session') }],
    ['identity', { tab: 'open', holderIdentity: 'user-7' }],
  ])('of a %s in the order of messages is one walk along an index', (column, branch) => {
    for (const plan of plansOf(branch, strands.slice(0, 2))) {
      expect(plan).toMatch(/^SEARCH conversation USING (COVERING )?INDEX list/);
      expect(plan).toContain(`holder_${column}=? AND tab=? AND waiting=? AND last_seq`);
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });

  it('of shares within a team walks along the shares', () => {
    for (const plan of plansOf({ tab: 'open', sharedWith: teammate, team }, strands)) {
      expect(plan).toMatch(
        /^SEARCH conversation_share USING (COVERING )?INDEX \w+_shared .*; SEARCH conversation USING INTEGER PRIMARY KEY/,
      );
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });
});
