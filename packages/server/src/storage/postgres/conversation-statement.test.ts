import {
  branchesOf,
  type ContactId,
  type ConversationQuery,
  newId,
  type Scope,
  type SessionId,
  type TagId,
  type TeamId,
  type TeammateId,
} from '@deskkit/core';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../../../../../test/support/postgres.ts';
import { selectConversations } from './conversation-statement.ts';
import { openPostgresStorage } from './open-postgres-storage.ts';

const here = newId('workspace');
const limit = 20;
let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createDatabase();
  await (await openPostgresStorage({ url: database.url })).close();
  client = new Client({ connectionString: database.url });
  await client.connect();
  for (const [workspace, count] of [
    [here, 20_000],
    [newId('workspace'), 5_000],
  ]) {
    await client.query(
      `INSERT INTO deskkit_conversation (workspace, id, version, number, tab, team, teammate, contact, channel,
         last_seq, waiting_seq, data)
       SELECT $1, 'cnv_' || n, 1, n, (ARRAY['open', 'snoozed', 'closed', 'closed', 'spam'])[1 + n % 5],
         CASE WHEN n % 3 = 0 THEN '' ELSE 'tem_' || n % 7 END, CASE WHEN n % 4 < 2 THEN '' ELSE 'tmt_' || n % 11 END,
         'cnt_' || n % 400, CASE n % 50 WHEN 0 THEN 'chat' ELSE 'email' END,
         n, CASE WHEN n % 2 = 0 THEN n - 1 END, repeat('{"subject":"Where is my order?"}', 20)
       FROM generate_series(1, $2::int) AS n`,
      [workspace, count],
    );
  }
  await client.query(
    `INSERT INTO deskkit_facet (workspace, conversation, facet, tab, team, teammate, channel, last_seq, waiting_order)
     SELECT workspace, id, facet, tab, team, teammate, channel, last_seq, waiting_order
     FROM deskkit_conversation, LATERAL (VALUES
       (number % 3 = 1, 'shared/tmt_' || number % 5),
       (number % 50 = 0, 'session/ses_' || number % 13),
       (number % 100 = 0, 'identity/u' || number % 17),
       (number % 500 = 1, 'tag/tag_rare')
     ) AS facets(has, facet)
     WHERE has`,
  );
  await client.query('ANALYZE');
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

function nodesOf(plan: PlanNode): readonly PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

async function explain(query: ConversationQuery): Promise<readonly PlanNode[]> {
  const statement = selectConversations(here, query, 'c.id, c.data');
  if (!statement) throw new Error('The query has no branches.');
  const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ Plan: PlanNode }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${statement.text}`,
    [...statement.values],
  );
  return nodesOf(rows[0]?.['QUERY PLAN'][0].Plan ?? { 'Node Type': 'none', 'Actual Rows': 0, 'Actual Loops': 0 });
}

const me = 'tmt_3' as TeammateId;
const tag = 'tag_rare' as TagId;
const sharedWithMe = 20_000 / 15;
const everything: Scope = { kind: 'everything' };
const member: Scope = {
  kind: 'member',
  noTeam: true,
  teams: ['tem_1', 'tem_2', 'tem_3', 'tem_4'] as TeamId[],
  assignee: me,
  sharedWith: me,
};
const holder: Scope = { kind: 'holder', session: 'ses_1' as SessionId, identity: 'u1' };

const queries: readonly [string, Omit<ConversationQuery, 'sort' | 'limit' | 'me'>][] = [
  ['all', { scope: everything, folder: { kind: 'all' } }],
  ['one tab', { scope: everything, folder: { kind: 'all' }, tab: 'closed' }],
  ['spam', { scope: everything, folder: { kind: 'spam' } }],
  ['nobody’s', { scope: everything, folder: { kind: 'unassigned' } }],
  ['a team’s', { scope: everything, folder: { kind: 'team', team: 'tem_5' as TeamId } }],
  ['a teammate’s', { scope: everything, folder: { kind: 'teammate', teammate: me } }],
  ['shared ones', { scope: everything, folder: { kind: 'shared' } }],
  ['what a member sees', { scope: member, folder: { kind: 'all' } }],
  ['what a visitor sees', { scope: holder, folder: { kind: 'all' } }],
  ['a rare tag’s', { scope: everything, folder: { kind: 'all' }, tag }],
  ['a rare tag’s in a team', { scope: everything, folder: { kind: 'team', team: 'tem_1' as TeamId }, tag }],
  ['a rare tag’s that a member sees', { scope: member, folder: { kind: 'all' }, tag }],
  ['a contact’s', { scope: everything, folder: { kind: 'all' }, contact: 'cnt_7' as ContactId }],
  ['a rare channel’s', { scope: everything, folder: { kind: 'all' }, channel: 'chat' }],
];

const isScan = (node: PlanNode) => node['Relation Name'] !== undefined;
const rowsOf = (node: PlanNode) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];

describe.each(queries)('a page of %s', (_, query) => {
  it.each(['newest', 'oldest', 'waiting'] as const)('comes out of indexes alone, sorted by %s', async (sort) => {
    const asked = { ...query, me, sort, limit };
    const scans = (await explain({ ...asked, after: sort === 'waiting' ? 300 : 10_000 })).filter(isScan);

    expect(scans.length).toBeGreaterThan(1);
    expect(scans.map((node) => node['Node Type']).filter((type) => type === 'Seq Scan')).toEqual([]);
    // A page of each branch, each shared one with its conversation, and the merged page itself.
    const pages = 2 * branchesOf(asked).length + 1;
    // Of those that are shared with one and have a tag, the shares are walked.
    const shares = asked.tag && asked.scope === member ? sharedWithMe : 0;
    expect(scans.reduce((sum, node) => sum + rowsOf(node), 0)).toBeLessThanOrEqual(pages * limit + shares);
  });
});
