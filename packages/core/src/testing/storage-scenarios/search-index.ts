import type { Scope } from '../../access/scope.ts';
import type { ConversationId, MessageId } from '../../shared/id.ts';
import type { Change } from '../../storage/change.ts';
import { expectEqual } from '../assert.ts';
import { buildConversation } from '../builders.ts';
import { commit, conversationRow, here, numbers, someEvents } from './given.ts';
import { alike, beginning, everything, find, indexed, keep, one, word } from './given-words.ts';
import { ana, teamA } from './some-conversations.ts';
import type { StorageScenario } from './storage-scenario.ts';

export const searchIndexScenarios = [
  {
    key: 'index-replaces',
    title: 'a message that is indexed again has its new words, seq and conversation, and none of the old',
    async run({ storage }) {
      await keep(storage, [one, alike], [indexed(4, ['old', 'both']), indexed(5, ['old'])]);
      const message = 'msg_4' as MessageId;
      await commit(storage, { index: [indexed(4, ['new', 'both'])] });
      expectEqual(await find(storage, [word('old')]), [5], 'the old word');
      expectEqual(await find(storage, [beginning('ol')]), [5], 'the beginning of the old word');
      expectEqual(await find(storage, [word('old'), word('both')]), [], 'the old word and one that stays');
      expectEqual(await find(storage, [word('new'), word('both')]), [4], 'the new word');
      const twice = [indexed(2, ['first'], { message }), indexed(3, ['second'], { message, conversation: alike.id })];
      await commit(storage, { index: twice });
      const hits = await storage.search(here, { scope: everything, terms: [word('second')], limit: 9 });
      expectEqual(hits, [{ message, conversation: alike.id, seq: 3 }], 'hits');
      for (const gone of ['first', 'new', 'both']) expectEqual(await find(storage, [word(gone)]), [], gone);
    },
  },
  {
    key: 'unindex-removes',
    title: 'a message that is taken out is found no more, by no word; one that is not in is no error',
    async run({ storage }) {
      await keep(storage, [one], [indexed(1, ['hello', 'one']), indexed(2, ['hello', 'two'])]);
      await commit(storage, { unindex: ['msg_1', 'msg_', 'msg_11'] as MessageId[] });
      for (const terms of [[word('hello')], [beginning('h')], [beginning('')]])
        expectEqual(await find(storage, terms), [2], 'hits');
      expectEqual(await find(storage, [word('one')]), [], 'by a word that it had alone');
      const again = { unindex: ['msg_2'] as MessageId[], index: [indexed(2, ['back'])] };
      await commit(storage, again);
      expectEqual(await find(storage, [word('back')]), [2], 'taken out and put in again');
      expectEqual(await find(storage, [word('hello')]), [], 'the old word');
    },
  },
  {
    key: 'reindex-moves',
    title: 'what a merged conversation held is found as the other’s, by whoever sees that one, and goes on with it',
    async run({ storage }) {
      const third = buildConversation({ id: 'cnv_3' as ConversationId, assignee: { team: teamA, teammate: null } });
      const mine: Scope = { kind: 'member', noTeam: false, teams: [teamA], assignee: ana, sharedWith: ana };
      await keep(
        storage,
        [one, alike, third],
        [
          indexed(1, ['hello']),
          indexed(2, ['hello'], { conversation: alike.id }),
          indexed(3, ['hello'], { conversation: third.id }),
        ],
      );
      await commit(storage, {
        put: [conversationRow({ ...one, mergedInto: alike.id })],
        reindex: [{ from: one.id, into: alike.id }],
        index: [indexed(4, ['hello'])],
        events: someEvents(1),
      });
      const conversations = async (scope: Scope) =>
        (await storage.search(here, { scope, terms: [word('hello')], limit: 9 })).map((hit) => hit.conversation);
      expectEqual(await conversations(everything), ['cnv_11', 'cnv_3', 'cnv_11', 'cnv_11'], 'conversations');
      expectEqual(await conversations(mine), ['cnv_3'], 'what a member sees');
      const reindex = [
        { from: alike.id, into: third.id },
        { from: 'cnv_none' as ConversationId, into: one.id },
      ];
      await commit(storage, { reindex });
      expectEqual(await conversations(mine), ['cnv_3', 'cnv_3', 'cnv_3', 'cnv_3'], 'after they moved on');
      await commit(storage, { unindex: ['msg_1' as MessageId], index: [indexed(4, ['changed'])] });
      expectEqual(await find(storage, [word('hello')]), [3, 2], 'after one was taken out and one changed');
    },
  },
  {
    key: 'index-of-refused-commit',
    title: 'a refused commit leaves no words, takes none away and moves none',
    async run({ storage }) {
      await keep(storage, [one, alike], [indexed(1, ['hello']), indexed(2, ['bye'])]);
      const change: Partial<Change> = {
        expect: [{ kind: 'conversation', id: one.id, version: 99 }],
        index: [indexed(1, ['changed']), indexed(3, ['new'])],
        unindex: ['msg_2' as MessageId],
        reindex: [{ from: one.id, into: alike.id }],
      };
      await commit(storage, change).catch(() => undefined);
      const found = await Promise.all(['hello', 'bye', 'changed', 'new'].map((text) => find(storage, [word(text)])));
      expectEqual(found, [[1], [2], [], []], 'hits');
      const [hit] = await storage.search(here, { scope: everything, terms: [word('hello')], limit: 9 });
      expectEqual(hit?.conversation, one.id, 'conversation');
    },
  },
  {
    key: 'index-long-messages',
    title: 'a message of thousands of words is found by its last one, and words of 64 characters in any script',
    async run({ storage }) {
      const long = ['x'.repeat(64), '😀'.repeat(64), '漢'.repeat(64)];
      const words = [...numbers(5_000).map((index) => `w${index}`), ...long];
      await keep(storage, [one], [indexed(1, words), indexed(2, ['w4999'])]);
      expectEqual(await find(storage, [word('w4999')]), [2, 1], 'the last word');
      expectEqual(await find(storage, [word('w0'), word('w2500')]), [1], 'the first and the middle one');
      for (const one of long) expectEqual(await find(storage, [word(one)]), [1], `${one.slice(0, 2)}…`);
      expectEqual(await find(storage, [word('x'.repeat(63))]), [], 'a word that is one shorter');
    },
  },
] as const satisfies readonly StorageScenario[];
