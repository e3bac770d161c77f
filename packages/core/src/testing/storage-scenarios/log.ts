import type { ConversationId } from '../../shared/id.ts';
import { pendingSeq } from '../../shared/seq.ts';
import { expectEqual, expectTrue, only } from '../assert.ts';
import { buildConversation, buildEvent } from '../builders.ts';
import { commit, conversationRow, here, messageOf, messageRow, numbers, someEvents } from './given.ts';
import type { StorageScenario } from './storage-scenario.ts';

const one = 'cnv_1' as ConversationId;
const alike = 'cnv_11' as ConversationId;

/** Every seq from `first` to `last`. */
function seqs(first: number, last: number): number[] {
  return numbers(Math.max(0, last - first + 1)).map((index) => first + index);
}

/** Ten events, of `one` where the seq is odd and of `alike` where it is even, in commits of two. */
const tenEvents = numbers(5).map(() => [
  buildEvent({ seq: pendingSeq(0), conversation: one }),
  buildEvent({ seq: pendingSeq(1), conversation: alike }),
]);

export const logScenarios = [
  {
    key: 'seq-gap-free-under-8-writers',
    title: 'eight writers at once: no seq is missing or doubled, and the events of a commit stand together in order',
    async run(store) {
      const other = (await store.second?.()) ?? store;
      const commits = await Promise.all(
        numbers(8).map(async (writer) => {
          const { storage } = writer % 2 ? other : store;
          const done: { before: number; whats: string[] }[] = [];
          for (const turn of numbers(25)) {
            const whats = numbers(1 + ((writer + turn) % 3)).map((index) => `${writer}/${turn}/${index}`);
            const events = whats.flatMap((what, index) =>
              someEvents(1, what).map((event) => ({ ...event, seq: pendingSeq(index) })),
            );
            const { before } = await commit(storage, { events });
            done.push({ before, whats });
          }
          return done;
        }),
      );
      const expected = commits
        .flat()
        .flatMap(({ before, whats }) => whats.map((what, index) => ({ seq: before + 1 + index, what })));
      expected.sort((a, b) => a.seq - b.seq);
      const events = await store.storage.listEvents(here, { limit: 1_000 });
      const found = events.map((event) => ({ seq: event.seq, what: 'what' in event ? event.what : '' }));
      expectEqual(
        found.map(({ seq }) => seq),
        seqs(1, expected.length),
        'seqs',
      );
      expectEqual(found, expected, 'events');
      expectEqual(await other.storage.position(here), expected.length, 'position');
    },
  },
  {
    key: 'commit-without-events-takes-no-seq',
    title: 'a commit without events takes no seq, and answers the position as it is',
    async run({ storage }) {
      expectEqual(await storage.position(here), 0, 'position of an empty log');
      expectEqual((await commit(storage, { put: [messageRow(messageOf('msg_1'))] })).before, 0, 'before');
      expectEqual((await commit(storage, { events: someEvents(2) })).before, 0, 'before');
      expectEqual((await commit(storage, { put: [messageRow(messageOf('msg_2'))] })).before, 2, 'before');
      expectEqual((await commit(storage, { events: someEvents(1) })).before, 2, 'before');
      expectEqual(await storage.position(here), 3, 'position');
    },
  },
  {
    key: 'refused-commit-takes-no-seq',
    title: 'a refused commit leaves no gap',
    async run({ storage }) {
      for (const round of numbers(5)) {
        await commit(storage, { events: someEvents(1) });
        const expect = [{ kind: 'message', id: 'none', version: round }] as const;
        await commit(storage, { expect, events: someEvents(3) }).catch(() => undefined);
      }
      const events = await storage.listEvents(here, { limit: 100 });
      expectEqual(
        events.map((event) => event.seq),
        seqs(1, 5),
        'seqs',
      );
    },
  },
  {
    key: 'pending-seqs-resolved',
    title: 'pending seqs become real ones in events and in a conversation’s number, last and waiting; none comes back',
    async run({ storage }) {
      await commit(storage, { events: someEvents(4) });
      const at = buildConversation().startedAt;
      const pending = buildConversation({
        id: one,
        number: pendingSeq(0),
        last: { ...buildConversation().last, seq: pendingSeq(2) },
        waiting: { seq: pendingSeq(1), at },
      });
      const events = numbers(3).map((index) => buildEvent({ seq: pendingSeq(index), conversation: one }));
      expectEqual((await commit(storage, { put: [conversationRow(pending)], events })).before, 4, 'before');
      const [found] = await storage.find(here, 'conversation', [one]);
      expectEqual([found?.number, found?.waiting?.seq, found?.last.seq], [5, 6, 7], 'seqs of the row');
      expectEqual(
        (await storage.listEvents(here, { after: 4, limit: 9 })).map(({ seq }) => seq),
        [5, 6, 7],
        'seqs',
      );
      const query = { scope: { kind: 'everything' }, folder: { kind: 'all' }, me: null, limit: 9 } as const;
      for (const sort of ['newest', 'waiting'] as const)
        expectEqual(only(await storage.listConversations(here, { ...query, sort })), found, 'row in lists');
      expectEqual(only(await storage.listConversations(here, { ...query, sort: 'newest', after: 8 })), found, 'page');
      expectEqual(await storage.listConversations(here, { ...query, sort: 'waiting', after: 6 }), [], 'page behind it');
    },
  },
  {
    key: 'real-seqs-stay',
    title: 'a later change keeps the real seqs of a row and resolves the pending ones',
    async run({ storage }) {
      await commit(storage, { events: someEvents(9) });
      const row = buildConversation({ id: one, number: 3, waiting: null, version: 5 });
      const last = { ...row.last, seq: pendingSeq(0) };
      await commit(storage, { put: [conversationRow({ ...row, last })], events: [buildEvent({ conversation: one })] });
      const [found] = await storage.find(here, 'conversation', [one]);
      expectEqual(found, { ...row, last: { ...last, seq: 10 } }, 'row');
    },
  },
  {
    key: 'list-events-between',
    title: 'events between two positions, both exclusive, oldest first unless told otherwise, at most limit',
    async run({ storage }) {
      for (const events of tenEvents) await commit(storage, { events });
      const found = async (query: Partial<Parameters<typeof storage.listEvents>[1]>) =>
        (await storage.listEvents(here, { limit: 100, ...query })).map((event) => event.seq);
      expectEqual(await found({}), seqs(1, 10), 'all');
      expectEqual(await found({ order: 'oldest' }), seqs(1, 10), 'oldest');
      expectEqual(await found({ order: 'newest' }), seqs(1, 10).reverse(), 'newest');
      expectEqual(await found({ after: 0, before: 11 }), seqs(1, 10), 'from 0 to 11');
      expectEqual(await found({ after: 3 }), seqs(4, 10), 'after 3');
      expectEqual(await found({ before: 3 }), [1, 2], 'before 3');
      expectEqual(await found({ after: 3, before: 7 }), [4, 5, 6], 'between');
      expectEqual(await found({ after: 3, before: 4 }), [], 'between neighbours');
      expectEqual(await found({ after: 10 }), [], 'after the last');
      expectEqual(await found({ after: 1_000_000 }), [], 'far after the last');
      expectEqual(await found({ after: 2, limit: 3 }), [3, 4, 5], 'page');
      expectEqual(await found({ before: 8, order: 'newest', limit: 3 }), [7, 6, 5], 'page backwards');
      expectEqual(await found({ after: 5, before: 8, order: 'newest', limit: 1 }), [7], 'one');
    },
  },
  {
    key: 'list-events-of-conversation',
    title: 'the events of one conversation only, though another’s id begins alike',
    async run({ storage }) {
      for (const events of tenEvents) await commit(storage, { events });
      const found = async (query: Partial<Parameters<typeof storage.listEvents>[1]>) =>
        (await storage.listEvents(here, { limit: 100, ...query })).map((event) => event.seq);
      expectEqual(await found({ conversations: [one] }), [1, 3, 5, 7, 9], 'events');
      expectEqual(await found({ conversations: [alike], after: 2, before: 10 }), [4, 6, 8], 'between');
      expectEqual(await found({ conversations: [one], order: 'newest', limit: 2 }), [9, 7], 'newest');
      expectEqual(await found({ conversations: ['cnv_' as ConversationId] }), [], 'of none');
      expectEqual(await found({ conversations: ['cnv_%' as ConversationId] }), [], 'of none');
    },
  },
  {
    key: 'list-events-of-several-conversations',
    title: 'the events of up to twenty conversations come in one order, each once, though one is named twice',
    async run({ storage }) {
      const ids = numbers(20).map((index) => `cnv_${index}` as ConversationId);
      // Squares have few last digits, so some conversations have many events and some none.
      const owners = numbers(200).map((index) => ids[(index * index) % 20]);
      for (const batch of numbers(20)) {
        const some = owners.slice(batch * 10, batch * 10 + 10);
        const events = some.map((owner, index) =>
          buildEvent({ seq: pendingSeq(index), ...(owner && { conversation: owner }) }),
        );
        await commit(storage, {
          events: [...events, ...someEvents(1).map((event) => ({ ...event, seq: pendingSeq(10) }))],
        });
      }
      const all = await storage.listEvents(here, { limit: 1_000 });
      for (const some of [ids, ids.slice(0, 2), [one, ...ids.slice(3, 7), one, 'cnv_none' as ConversationId], []])
        for (const order of ['oldest', 'newest'] as const)
          for (const page of [{}, { after: 40 }, { before: 130 }, { after: 60, before: 90 }, { after: 7, before: 8 }])
            for (const limit of [1, 5, 50, 1_000]) {
              const { after = 0, before = 1_000 } = page as { after?: number; before?: number };
              const expected = all.filter(
                ({ seq, conversation }) => seq > after && seq < before && conversation && some.includes(conversation),
              );
              const found = await storage.listEvents(here, { conversations: some, order, limit, ...page });
              const sorted = (order === 'newest' ? expected.reverse() : expected).slice(0, limit);
              const what = `${some.length} conversations, ${order}, ${JSON.stringify(page)}, at most ${limit}`;
              expectEqual(
                found.map(({ seq }) => seq),
                sorted.map(({ seq }) => seq),
                what,
              );
              expectEqual(found, sorted, what);
            }
    },
  },
  {
    key: 'events-come-back-whole',
    title: 'an event comes back as it was given, but for its seq',
    async run({ storage }) {
      const given = buildEvent({
        conversation: one,
        version: 7,
        fact: { type: 'conversation-snoozed', until: 'next-reply' },
      });
      const [other] = someEvents(1, 'ظ😀"\\\u0000');
      expectTrue(other !== undefined, 'no event');
      await commit(storage, { events: [given, { ...other, seq: pendingSeq(1) }] });
      const events = await storage.listEvents(here, { limit: 2 });
      expectEqual(
        events,
        [
          { ...given, seq: 1 },
          { ...other, seq: 2 },
        ],
        'events',
      );
    },
  },
] as const satisfies readonly StorageScenario[];
