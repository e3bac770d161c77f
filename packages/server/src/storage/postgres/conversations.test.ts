import {
  type Conversation,
  type ConversationQuery,
  emptyChange,
  type Folder,
  newId,
  type Scope,
  type SessionId,
  sortKey,
  type TagId,
  type TeamId,
  type TeammateId,
} from '@deskkit/core';
import { openMemoryStorage } from '@deskkit/core/storage/memory';
import { buildConversation } from '@deskkit/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDatabase } from '../../../../../test/support/postgres.ts';
import { openPostgresStorage } from './open-postgres-storage.ts';

const teams = ['tem_1', 'tem_11', 'tem_2'] as TeamId[];
const teammates = ['tmt_1', 'tmt_11'] as TeammateId[];
const sessions = ['ses_1', 'ses_11'] as SessionId[];
const tags = ['tag_1', 'tag_11'] as TagId[];
const channels = ['email', 'chat\0', 'ema'];
const contacts = [newId('contact'), newId('contact')];
const orNull = <Value>(values: readonly Value[]) => fc.constantFrom(null, ...values);

const holder = fc.record({ session: fc.constantFrom(...sessions), identity: orNull(['u1', 'u\0', '', '😀']) });
const shape = fc.record({
  status: fc.constantFrom('open', 'snoozed', 'closed'),
  spam: fc.integer({ min: 0, max: 5 }).map((dice) => dice === 0),
  merged: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
  team: orNull(teams),
  teammate: orNull(teammates),
  shared: fc.subarray(teammates),
  holder: fc.option(holder),
  origins: fc.array(fc.option(holder), { maxLength: 2 }),
  tags: fc.subarray(tags),
  channel: fc.constantFrom(...channels),
  contact: fc.constantFrom(...contacts),
  waiting: fc.boolean(),
});

function toConversation(
  one: typeof shape extends fc.Arbitrary<infer Shape> ? Shape : never,
  seq: number,
): Conversation {
  const { startedAt } = buildConversation();
  const base = buildConversation({
    state:
      one.status === 'open'
        ? { status: 'open' }
        : one.status === 'closed'
          ? { status: 'closed', closedAt: startedAt }
          : { status: 'snoozed', until: 'next-reply' },
    spam: one.spam,
    mergedInto: one.merged ? newId('conversation') : null,
    assignee: { team: one.team, teammate: one.teammate },
    sharedWith: one.shared.map((teammate) => ({ teammate, since: 1 })),
    holder: one.holder,
    mergedFrom: one.origins.map((from) => ({ conversation: newId('conversation'), holder: from, reads: [] })),
    tags: one.tags,
    channel: one.channel,
    contact: one.contact,
    subject: 'With \0 and \ud800 and 😀',
  });
  return { ...base, last: { ...base.last, seq }, waiting: one.waiting ? { seq: 1_000 - seq, at: startedAt } : null };
}

const scopes = fc.oneof(
  fc.constant<Scope>({ kind: 'everything' }),
  fc.constant<Scope>({ kind: 'nothing' }),
  fc.record({
    kind: fc.constant('member' as const),
    noTeam: fc.boolean(),
    teams: fc.subarray(teams),
    assignee: fc.constantFrom(...teammates),
    sharedWith: fc.constantFrom(...teammates),
  }),
  fc.record({
    kind: fc.constant('holder' as const),
    session: fc.constantFrom(...sessions),
    identity: orNull(['u1', 'u\0', '', '😀']),
  }),
);
const folders = fc.oneof(
  fc.constantFrom<Folder>(
    { kind: 'unassigned' },
    { kind: 'me' },
    { kind: 'shared' },
    { kind: 'all' },
    { kind: 'spam' },
  ),
  fc.constantFrom(...teams).map((team): Folder => ({ kind: 'team', team })),
  fc.constantFrom(...teammates).map((teammate): Folder => ({ kind: 'teammate', teammate })),
);
const queries = fc
  .record({
    scope: scopes,
    folder: folders,
    me: orNull(teammates),
    tab: fc.option(fc.constantFrom('open', 'snoozed', 'closed'), { nil: undefined }),
    channel: fc.option(fc.constantFrom(...channels), { nil: undefined }),
    contact: fc.option(fc.constantFrom(...contacts), { nil: undefined }),
    tag: fc.option(fc.constantFrom(...tags), { nil: undefined }),
    sort: fc.constantFrom('newest', 'oldest', 'waiting'),
    limit: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ tab, channel, contact, tag, ...rest }): ConversationQuery => {
    const inTab = tab && rest.folder.kind !== 'spam' ? { tab } : {};
    return { ...rest, ...inTab, ...(channel && { channel }), ...(contact && { contact }), ...(tag && { tag }) };
  });

it('lists what the memory storage lists, page by page, for any folder, scope and order', async () => {
  const { url, drop } = await createDatabase();
  const { storage } = await openPostgresStorage({ url });
  const memory = openMemoryStorage().storage;
  const workspace = newId('workspace');
  const kept = fc.sample(shape, { numRuns: 120, seed: 20260131 }).map((one, index) => toConversation(one, index + 1));
  // Each is written twice, so that columns and shares of the first time are replaced.
  for (const rows of [kept.map((row, index) => ({ ...row, ...oldPlace(kept, index) })), kept]) {
    const change = { ...emptyChange(workspace), put: rows.map((row) => ({ kind: 'conversation' as const, row })) };
    await Promise.all([storage.commit(change), memory.commit(change)]);
  }

  let pages = 0;
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      let after: number | undefined;
      for (;;) {
        const page = { ...query, ...(after !== undefined && { after }) };
        const expected = await memory.listConversations(workspace, page);
        expect(await storage.listConversations(workspace, page)).toEqual(expected);
        const last = expected.at(-1);
        if (!last) return;
        pages++;
        after = sortKey(last, query.sort);
      }
    }),
    { numRuns: 400, seed: 7 },
  );
  expect(pages).toBeGreaterThan(100);
  await storage.close();
  await drop();
});

function oldPlace(kept: readonly Conversation[], index: number): Partial<Conversation> {
  const other = kept[(index * 7 + 3) % kept.length];
  return other ? { assignee: other.assignee, sharedWith: other.sharedWith, spam: other.spam, tags: other.tags } : {};
}
