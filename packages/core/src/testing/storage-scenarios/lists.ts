import type { Conversation, Origin } from '../../conversation/conversation.ts';
import type { Holder } from '../../people/actor.ts';
import type { ConversationId, SessionId } from '../../shared/id.ts';
import { type ConversationQuery, notWaiting, sortKey } from '../../storage/conversation-query.ts';
import type { Storage } from '../../storage/storage.ts';
import { expectEqual, expectTrue } from '../assert.ts';
import { buildConversation } from '../builders.ts';
import { commit, conversationRow, here, numbers, there } from './given.ts';
import {
  ana,
  ben,
  contacts,
  folders,
  plainFilter,
  refund,
  scopes,
  someConversations,
  sorts,
  tabs,
  teamA,
  teamB,
  unused,
  urgent,
} from './some-conversations.ts';
import type { StorageScenario } from './storage-scenario.ts';

const everything: ConversationQuery = {
  scope: { kind: 'everything' },
  folder: { kind: 'all' },
  me: ana,
  sort: 'newest',
  limit: 1_000,
};

/** Keeps the conversations here, and others of the same ids elsewhere, which no list may show. */
async function keep(storage: Storage, rows: readonly Conversation[]): Promise<void> {
  for (const batch of numbers(Math.ceil(rows.length / 40)))
    await commit(storage, { put: rows.slice(batch * 40, batch * 40 + 40).map(conversationRow) });
  const elsewhere = rows.slice(0, 20).map((row) => conversationRow({ ...row, subject: 'elsewhere' }));
  await commit(storage, { workspace: there, put: elsewhere });
}

async function expectList(storage: Storage, rows: readonly Conversation[], query: ConversationQuery): Promise<void> {
  const { scope, folder, tab, sort } = query;
  const what = JSON.stringify({ scope: scope.kind, folder, tab, sort });
  const found = await storage.listConversations(here, query);
  const expected = plainFilter(rows, query);
  expectEqual(idsOf(found), idsOf(expected), what);
  expectEqual(found, expected, what);
}

function originOf(holder: Holder | null): Origin {
  return { conversation: 'cnv_merged' as ConversationId, holder, reads: [] };
}

function idsOf(rows: readonly Conversation[]): readonly string[] {
  return rows.map((row) => row.id);
}

export const listScenarios = [
  {
    key: 'list-equals-plain-filter',
    title: 'every scope, folder, tab and order lists what the rules say of each conversation, each once',
    async run({ storage }) {
      const rows = someConversations(160, 1);
      await keep(storage, rows);
      for (const scope of scopes)
        for (const folder of folders)
          for (const tab of tabs) {
            const lists = sorts.map((sort) => ({ ...everything, scope, folder, sort, ...(tab && { tab }) }));
            await Promise.all(lists.map((query) => expectList(storage, rows, query)));
          }
    },
  },
  {
    key: 'list-filters-channel-and-contact',
    title: 'channel and contact narrow every list, alone and together',
    async run({ storage }) {
      const rows = someConversations(120, 2);
      await keep(storage, rows);
      const narrowed = [{ channel: 'email' }, { channel: 'e%' }, { channel: 'none' }, { contact: contacts[0] }];
      for (const narrow of [...narrowed, { channel: 'chat', contact: contacts[1] }])
        for (const scope of scopes) {
          const lists = folders.map((folder) => ({ ...everything, ...narrow, scope, folder }));
          await Promise.all(lists.map((query) => expectList(storage, rows, query)));
          await expectList(storage, rows, { ...everything, ...narrow, scope, sort: 'waiting' });
        }
    },
  },
  {
    key: 'list-filters-tag',
    title: 'a tag narrows every list of every order, alone and with channel and contact',
    async run({ storage }) {
      const rows = someConversations(120, 6);
      await keep(storage, rows);
      const [contact] = contacts;
      for (const narrow of [
        { tag: urgent },
        { tag: refund, channel: 'email' },
        { tag: urgent, contact },
        { tag: unused },
      ])
        for (const scope of scopes)
          for (const folder of folders) {
            const lists = sorts.map((sort) => ({ ...everything, ...narrow, scope, folder, sort }));
            await Promise.all(lists.map((query) => expectList(storage, rows, query)));
            await expectList(storage, rows, { ...everything, ...narrow, scope, folder, tab: 'closed' });
          }
    },
  },
  {
    key: 'list-pages-neither-skip-nor-repeat',
    title: 'pages by the last sort key give the whole list in order, whatever their size, and an empty one behind it',
    async run({ storage }) {
      const rows = someConversations(60, 3);
      await keep(storage, rows);
      for (const scope of scopes)
        for (const sort of sorts)
          for (const limit of [1, 2, 3, 1_000]) {
            const query = { ...everything, scope, sort, limit };
            const expected = plainFilter(rows, query);
            const seen: Conversation[] = [];
            for (const _ of numbers(Math.ceil(expected.length / limit) + 1)) {
              const last = seen.at(-1);
              const after = last && { after: sortKey(last, sort) };
              const page = await storage.listConversations(here, { ...query, ...after });
              expectTrue(page.length <= limit, `a page of ${limit} has ${page.length} conversations`);
              seen.push(...page);
            }
            expectEqual(idsOf(seen), idsOf(expected), `${scope.kind}, ${sort}, pages of ${limit}`);
          }
    },
  },
  {
    key: 'list-begins-at-any-key',
    title: 'a page begins behind its key, also where no conversation has that key',
    async run({ storage }) {
      const seqs = [2, 4, 6];
      const rows = seqs.map((seq) => {
        const { last, startedAt: at } = buildConversation();
        const waiting = seq === 4 ? null : { seq, at };
        return buildConversation({ id: `cnv_${seq}` as ConversationId, last: { ...last, seq }, waiting });
      });
      await keep(storage, rows);
      const found = async (query: Partial<ConversationQuery>) =>
        (await storage.listConversations(here, { ...everything, ...query })).map((row) => row.last.seq);
      expectEqual(await found({ after: 5 }), [4, 2], 'newest, after 5');
      expectEqual(await found({ after: 2 ** 53 - 1 }), [6, 4, 2], 'newest, after the greatest number');
      expectEqual(await found({ after: 0 }), [], 'newest, after 0');
      expectEqual(await found({ sort: 'oldest', after: 0 }), [2, 4, 6], 'oldest, after 0');
      expectEqual(await found({ sort: 'oldest', after: 3, limit: 1 }), [4], 'oldest, after 3');
      expectEqual(await found({ sort: 'oldest', after: 6 }), [], 'oldest, after the last');
      expectEqual(await found({ sort: 'waiting', after: 3 }), [6, 4], 'waiting, after 3');
      expectEqual(await found({ sort: 'waiting', after: 6 }), [4], 'waiting, after the last that waits');
      expectEqual(await found({ sort: 'waiting', after: notWaiting - 4 }), [], 'waiting, after the last');
      expectEqual(await found({ sort: 'waiting', after: notWaiting }), [], 'waiting, after everything');
    },
  },
  {
    key: 'list-waiting-first',
    title: 'who has waited longest comes first; those that nobody waits for come last, the newest first',
    async run({ storage }) {
      const at = buildConversation().startedAt;
      const rows = [9, 3, 7, 5, 8].map((seq, index) =>
        buildConversation({
          id: `cnv_${seq}` as ConversationId,
          last: { ...buildConversation().last, seq },
          waiting: index < 2 ? { seq: seq - 1, at } : null,
        }),
      );
      await keep(storage, rows);
      const found = await storage.listConversations(here, { ...everything, sort: 'waiting' });
      expectEqual(idsOf(found), ['cnv_3', 'cnv_9', 'cnv_8', 'cnv_7', 'cnv_5'], 'order');
    },
  },
  {
    key: 'list-shared-and-assigned-once',
    title: 'a conversation that is assigned to a member, in the member’s team and shared with them is listed once',
    async run({ storage }) {
      const sharedWith = [ben, ana].map((teammate) => ({ teammate, since: 1 }));
      const row = buildConversation({ assignee: { team: teamA, teammate: ana }, sharedWith });
      await keep(storage, [row]);
      const scope = { kind: 'member', noTeam: true, teams: [teamA, teamB], assignee: ana, sharedWith: ana } as const;
      for (const folder of folders.filter((one) => !('teammate' in one && one.teammate === ben)))
        await expectList(storage, [row], { ...everything, scope, folder });
      expectEqual((await storage.listConversations(here, { ...everything, scope })).length, 1, 'conversations');
    },
  },
  {
    key: 'list-without-reader',
    title: 'a reader who is no teammate has nothing in the folders that are one’s own',
    async run({ storage }) {
      const rows = someConversations(40, 4);
      await keep(storage, rows);
      for (const folder of folders) await expectList(storage, rows, { ...everything, me: null, folder });
      const own = await storage.listConversations(here, { ...everything, me: null, folder: { kind: 'me' } });
      expectEqual(own, [], 'conversations of nobody');
    },
  },
  {
    key: 'list-follows-every-move',
    title: 'a conversation that changes tab, team, teammate, shares, spam or is merged or removed moves in every list',
    async run({ storage }) {
      const others = someConversations(12, 5);
      await keep(storage, others);
      const at = buildConversation().startedAt;
      const start = buildConversation({ id: 'cnv_moving' as ConversationId });
      const moves: readonly Partial<Conversation>[] = [
        {},
        { state: { status: 'snoozed', until: 'next-reply' } },
        { state: { status: 'closed', closedAt: at }, waiting: null },
        { state: { status: 'open' } },
        { assignee: { team: teamA, teammate: null } },
        { assignee: { team: teamB, teammate: ana } },
        { sharedWith: [{ teammate: ben, since: 6 }] },
        { sharedWith: [ben, ana].map((teammate) => ({ teammate, since: 7 })) },
        { sharedWith: [{ teammate: ana, since: 7 }] },
        { assignee: { team: null, teammate: null } },
        { sharedWith: [] },
        { spam: true },
        { spam: false, channel: 'chat', contact: contacts[1] },
        { holder: { session: 'ses_1' as SessionId, identity: null } },
        { holder: null, mergedFrom: [originOf({ session: 'ses_1' as SessionId, identity: null })] },
        { mergedFrom: [originOf(null), originOf({ session: 'ses_2' as SessionId, identity: 'user 1' })] },
        { mergedFrom: [], tags: [urgent] },
        { tags: [refund, urgent] },
        { tags: [refund] },
        { tags: [] },
        { last: { ...start.last, seq: 1_000 } },
        { sharedWith: [{ teammate: ana, since: 15 }] },
        { mergedInto: 'cnv_0' as ConversationId },
      ];
      let row = { ...start, last: { ...start.last, seq: 500 }, waiting: { seq: 500, at } } as Conversation;
      for (const [index, move] of moves.entries()) {
        row = { ...row, ...move, version: index + 1 };
        await commit(storage, { put: [conversationRow(row)] });
        for (const scope of scopes) {
          const lists = folders.map((folder) => ({ ...everything, scope, folder }));
          await Promise.all(lists.map((query) => expectList(storage, [...others, row], query)));
          await expectList(storage, [...others, row], { ...everything, scope, sort: 'waiting' });
          await expectList(storage, [...others, row], { ...everything, scope, tag: urgent });
        }
      }
      const shared = { ...row, mergedInto: null };
      await commit(storage, { put: [conversationRow(shared)] });
      await commit(storage, { remove: [{ kind: 'conversation', id: row.id }] });
      for (const folder of folders) await expectList(storage, others, { ...everything, folder });
    },
  },
] as const satisfies readonly StorageScenario[];
