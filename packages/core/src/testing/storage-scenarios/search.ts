import { inScope, type Scope } from '../../access/scope.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import { matches } from '../../search/search-words.ts';
import type { ConversationId, MessageId } from '../../shared/id.ts';
import { pendingSeq } from '../../shared/seq.ts';
import { expectEqual, expectTrue } from '../assert.ts';
import { buildConversation } from '../builders.ts';
import { commit, conversationRow, here, numbers, someEvents, there } from './given.ts';
import { alike, beginning, everything, find, indexed, keep, one, word } from './given-words.ts';
import { oddWords } from './odd-words.ts';
import { ana, ben, scopes, someConversations, teamA, teamB } from './some-conversations.ts';
import type { StorageScenario } from './storage-scenario.ts';

export const searchScenarios = [
  {
    key: 'search-finds-all-terms',
    title: 'a search finds the messages that hold every term, whole words only, wherever they stand',
    async run({ storage }) {
      await keep(
        storage,
        [one],
        [
          indexed(1, ['where', 'is', 'my', 'order', 'order']),
          indexed(2, ['order', '22']),
          indexed(3, ['orders', 'my']),
          indexed(4, []),
        ],
      );
      expectEqual(await find(storage, [word('order')]), [2, 1], 'one term');
      expectEqual(await find(storage, [word('my'), word('order')]), [1], 'two terms');
      expectEqual(await find(storage, [word('order'), word('order')]), [2, 1], 'the same term twice');
      expectEqual(await find(storage, [word('22')]), [2], 'a number');
      expectEqual(await find(storage, [word('ord')]), [], 'the beginning of a word');
      expectEqual(await find(storage, [word('order'), word('absent')]), [], 'a term that is nowhere');
      expectEqual(await find(storage, []), [], 'no terms');
    },
  },
  {
    key: 'search-gives-hits-whole',
    title: 'a hit names its message, its conversation and its seq, newest first',
    async run({ storage }) {
      const messages = [
        indexed(5, ['hello'], { message: 'msg_z' as MessageId }),
        indexed(9, ['hello'], { conversation: alike.id, message: 'msg_1' as MessageId }),
        indexed(7, ['hello'], { message: 'msg_11' as MessageId }),
      ];
      await keep(storage, [one, alike], messages);
      const hits = await storage.search(here, { scope: everything, terms: [word('hello')], limit: 9 });
      expectEqual(
        hits,
        [
          { message: 'msg_1', conversation: 'cnv_11', seq: 9 },
          { message: 'msg_11', conversation: 'cnv_1', seq: 7 },
          { message: 'msg_z', conversation: 'cnv_1', seq: 5 },
        ],
        'hits',
      );
    },
  },
  {
    key: 'search-by-beginnings',
    title: 'a prefix finds every word that begins with it, and the word itself; other terms stay whole words',
    async run({ storage }) {
      await keep(
        storage,
        [one],
        [
          indexed(1, ['a', 'invoice']),
          indexed(2, ['ab', 'invoices']),
          indexed(3, ['abc', 'in']),
          indexed(4, ['abcd', 'voice']),
          indexed(5, ['abcde', 'invoice', 'final']),
          indexed(6, ['b']),
        ],
      );
      const found: readonly (readonly [string, readonly number[]])[] = [
        ['a', [5, 4, 3, 2, 1]],
        ['ab', [5, 4, 3, 2]],
        ['abc', [5, 4, 3]],
        ['abcd', [5, 4]],
        ['abcde', [5]],
        ['abcdef', []],
        ['in', [5, 3, 2, 1]],
        ['invoice', [5, 2, 1]],
        ['voic', [4]],
      ];
      for (const [text, seqs] of found) expectEqual(await find(storage, [beginning(text)]), seqs, text);
      expectEqual(await find(storage, [word('invoice'), beginning('f')]), [5], 'a word and a prefix');
      expectEqual(await find(storage, [beginning('a'), beginning('inv')]), [5, 2, 1], 'two prefixes');
      expectEqual(await find(storage, [word('ab'), beginning('inv')]), [2], 'a short word and a prefix');
    },
  },
  {
    key: 'search-compares-words-exactly',
    title: 'words of any script, and those that mean something to a query language, find themselves and nothing else',
    async run({ storage }) {
      await keep(
        storage,
        [one],
        oddWords.map((odd, index) => indexed(index + 1, ['plain', odd])),
      );
      for (const [index, odd] of oddWords.entries())
        expectEqual(await find(storage, [word(odd)]), [index + 1], `the word ${JSON.stringify(odd)}`);
      for (const odd of oddWords) {
        const expected = oddWords.flatMap((other, index) => (other.startsWith(odd) ? [index + 1] : []));
        expectEqual(await find(storage, [beginning(odd)]), expected.reverse(), `the beginning ${JSON.stringify(odd)}`);
      }
      expectEqual(await find(storage, [word('plain'), word(oddWords[3] ?? '')]), [4], 'together with another word');
    },
  },
  {
    key: 'search-page-by-page',
    title: 'pages of hits begin below a seq, and neither skip nor repeat, whoever reads',
    async run({ storage }) {
      const rows = someConversations(40, 11);
      const messages = numbers(240).map((index) => {
        const { id } = rows[(index * 7) % rows.length] ?? one;
        return indexed(index + 1, index % 3 ? ['common'] : ['rare', 'common'], { conversation: id });
      });
      await keep(storage, rows, messages);
      for (const scope of scopes)
        for (const limit of [1, 3, 20, 1_000]) {
          const all = await find(storage, [word('common')], { scope });
          const seen: number[] = [];
          for (const _ of numbers(Math.ceil(all.length / limit) + 1)) {
            const before = seen.at(-1);
            const page = await find(storage, [word('common')], { scope, limit, ...(before && { before }) });
            expectTrue(page.length <= limit, `a page of ${limit} has ${page.length} hits`);
            seen.push(...page);
          }
          expectEqual(seen, all, `${scope.kind}, pages of ${limit}`);
        }
      expectEqual(await find(storage, [word('rare')], { before: 8 }), [7, 4, 1], 'below a seq');
      expectEqual(await find(storage, [word('rare')], { before: 1 }), [], 'below the first');
    },
  },
  {
    key: 'search-within-scope',
    title: 'every scope finds what the rules say of the conversation of each hit, merged and spam ones too',
    async run({ storage }) {
      const rows = someConversations(90, 12);
      const words = ['common', 'even', 'odd', 'third'];
      const messages = numbers(360).map((index) => {
        const own = words.filter((_, at) => (index + 1) % (at + 1) === 0);
        return indexed(index + 1, own, { conversation: rows[index % rows.length]?.id ?? one.id });
      });
      await keep(storage, rows, messages);
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const scope of scopes)
        for (const terms of [[word('common')], [word('third')], [beginning('c'), word('odd')], [word('absent')]]) {
          const expected = messages.filter((message) => {
            const row = byId.get(message.conversation);
            return matches(terms, message.words) && row !== undefined && inScope(scope, row);
          });
          const what = `${JSON.stringify(scope)} ${terms.map((term) => term.word).join(' ')}`;
          expectEqual(await find(storage, terms, { scope }), expected.map(({ seq }) => seq).reverse(), what);
        }
    },
  },
  {
    key: 'search-few-of-many',
    title:
      'in a long log with a common word, who sees one conversation in a hundred and who sees nearly all miss no hit',
    async run({ storage }) {
      const rows = numbers(620).map((index) => {
        const id = `cnv_${index}` as ConversationId;
        const team = index % 100 === 7 ? teamA : index % 50 === 9 ? teamB : null;
        return buildConversation({ id, assignee: { team, teammate: null } });
      });
      const messages = numbers(2_800).map((index) => {
        const { id } = rows[Math.floor((index * rows.length) / 2_800)] ?? one;
        const words = ['common', ...(index % 700 === 63 ? ['rare'] : []), `nr${index}`];
        return indexed(1 + index * 4, words, { conversation: id });
      });
      await keep(storage, rows, messages);
      const teamOf = new Map(rows.map(({ id, assignee }) => [id, assignee.team]));
      for (const team of [teamA, teamB, null])
        for (const terms of [[word('common')], [word('rare')], [beginning('nr27')], [beginning('c'), word('nr1013')]]) {
          const teams = team ? [team] : [];
          const scope: Scope = { kind: 'member', noTeam: !team, teams, assignee: ana, sharedWith: ana };
          const hits = messages.filter(({ conversation, words }) => {
            return teamOf.get(conversation) === team && matches(terms, words);
          });
          const expected = hits.map(({ seq }) => seq).reverse();
          const what = `${team} ${terms.map((term) => term.word).join(' ')}`;
          expectEqual(await find(storage, terms, { scope, limit: 20 }), expected.slice(0, 20), what);
          const older = expected.filter((seq) => seq < 8_000).slice(0, 20);
          expectEqual(await find(storage, terms, { scope, before: 8_000, limit: 20 }), older, `${what}, older ones`);
        }
    },
  },
  {
    key: 'search-follows-every-move',
    title: 'a conversation that is assigned, shared, taken back or removed is found by whoever sees it now',
    async run({ storage }) {
      const scope: Scope = { kind: 'member', noTeam: false, teams: [teamA], assignee: ana, sharedWith: ana };
      const nobody = { team: null, teammate: null };
      const moves: readonly (readonly [Partial<Conversation>, boolean])[] = [
        [{}, false],
        [{ assignee: { team: teamA, teammate: null } }, true],
        [{ assignee: { team: null, teammate: ben } }, false],
        [{ assignee: { team: null, teammate: ana } }, true],
        [{ assignee: nobody, sharedWith: [{ teammate: ben, since: 4 }] }, false],
        [{ sharedWith: [ben, ana].map((teammate) => ({ teammate, since: 5 })) }, true],
        [{ sharedWith: [{ teammate: ben, since: 4 }] }, false],
        [{ assignee: { team: teamA, teammate: ben }, spam: true }, true],
      ];
      await keep(storage, [one], [indexed(3, ['hello'])]);
      for (const [index, [move, isSeen]] of moves.entries()) {
        await commit(storage, { put: [conversationRow({ ...one, ...move, version: index + 1 })] });
        expectEqual(await find(storage, [word('hello')], { scope }), isSeen ? [3] : [], JSON.stringify(move));
        expectEqual(await find(storage, [word('hello')]), [3], 'for a reader of everything');
      }
      await commit(storage, { remove: [{ kind: 'conversation', id: one.id }] });
      expectEqual(await find(storage, [word('hello')]), [], 'after the conversation was removed');
      await commit(storage, { put: [conversationRow(alike)] });
      expectEqual(await find(storage, [word('hello')]), [], 'after the next conversation was put');
    },
  },
  {
    key: 'search-pending-seqs',
    title: 'pending seqs of indexed messages become real ones, in hits and pages',
    async run({ storage }) {
      await commit(storage, { put: [conversationRow(one)], events: someEvents(4) });
      const pending = [
        indexed(pendingSeq(0), ['hello'], { message: 'msg_a' as MessageId }),
        indexed(pendingSeq(2), ['hello'], { message: 'msg_b' as MessageId }),
      ];
      await commit(storage, { events: someEvents(3), index: [...pending, indexed(2, ['hello'])] });
      const hits = await storage.search(here, { scope: everything, terms: [word('hello')], limit: 9 });
      expectEqual(
        hits.map(({ message, seq }) => [message, seq]),
        [
          ['msg_b', 7],
          ['msg_a', 5],
          ['msg_2', 2],
        ],
        'hits',
      );
      expectEqual(await find(storage, [word('hello')], { before: 5 }), [2], 'page');
    },
  },
  {
    key: 'search-of-two-workspaces',
    title: 'the same ids and words in two workspaces have nothing to do with each other',
    async run({ storage }) {
      await keep(storage, [one], [indexed(1, ['hello', 'here']), indexed(2, ['hello'])]);
      await keep(storage, [one], [indexed(1, ['hello', 'there']), indexed(7, ['hello'])], { workspace: there });
      const elsewhere = async (text: string) =>
        (await storage.search(there, { scope: everything, terms: [word(text)], limit: 9 })).map(({ seq }) => seq);
      expectEqual(await find(storage, [word('hello')]), [2, 1], 'hits here');
      expectEqual([await find(storage, [word('there')]), await elsewhere('here')], [[], []], 'words of the other');
      await commit(storage, {
        workspace: there,
        unindex: ['msg_1' as MessageId],
        reindex: [{ from: one.id, into: alike.id }],
      });
      await commit(storage, { index: [indexed(2, ['changed'])] });
      expectEqual(await find(storage, [word('hello')]), [1], 'hits here, after both changed');
      expectEqual(await elsewhere('hello'), [], 'hits there, whose conversation is not there');
    },
  },
] as const satisfies readonly StorageScenario[];
