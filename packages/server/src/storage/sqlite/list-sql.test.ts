import { type Branch, newId, sharedFacet, tagFacet } from '@deskkit/core';
import { describe, expect, it } from 'vitest';
import { conditionsOf, type Strand, strandSql } from './list-sql.ts';
import { openDatabase } from './open-database.ts';

const team = newId('team');
const teammate = newId('teammate');
const tag = tagFacet(newId('tag'));
const shared = sharedFacet(teammate);
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
    const values = strand.waiting.flatMap(() => ['1', ...conditions.values, 9]);
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
    ['everything', { tab: 'open', facets: [] }, '_all (workspace=? AND tab=? AND '],
    ['no team', { tab: 'open', team: null, facets: [] }, '_team (workspace=? AND tab=? AND team=? AND '],
    ['a team', { tab: 'closed', team, facets: [] }, '_team (workspace=? AND tab=? AND team=? AND '],
    ['a teammate', { tab: 'open', teammate, facets: [] }, '_teammate (workspace=? AND tab=? AND teammate=? AND '],
    [
      'nobody',
      { tab: 'open', team: null, teammate: null, facets: [] },
      '_both (workspace=? AND tab=? AND team=? AND teammate=? AND ',
    ],
    ['a facet', { tab: 'open', facets: [shared] }, '_facet (workspace=? AND facet=? AND tab=? AND '],
    ['a tag within a team', { tab: 'open', team, facets: [tag] }, '_facet (workspace=? AND facet=? AND tab=? AND '],
  ])('of %s is one walk along an index that has all it needs', (_name, branch, index) => {
    for (const channel of [undefined, 'chat']) {
      for (const [at, steps] of stepsOf(branch, strands, channel).entries()) {
        expect(steps).toHaveLength(strands[at]?.waiting.length ?? 0);
        for (const step of steps) {
          expect(step).toMatch(/^SEARCH \w+ USING COVERING INDEX (list|wait)/);
          expect(step).toContain(index);
        }
      }
    }
  });

  it('of two facets walks along the first and looks up the other', () => {
    for (const steps of stepsOf({ tab: 'open', facets: [shared, tag] }, strands)) {
      for (const [at, step] of steps.entries()) {
        expect(step).toMatch(
          at % 2 === 0
            ? /^SEARCH conversation_facet USING COVERING INDEX \w+_facet /
            : /^SEARCH another EXISTS USING PRIMARY KEY \(conversation=\? AND facet=\?\)/,
        );
      }
    }
  });
});
