import type { ConversationId } from '../../shared/id.ts';
import { pendingSeq } from '../../shared/seq.ts';
import { expectEqual, expectTrue } from '../assert.ts';
import { buildConversation, buildEvent } from '../builders.ts';
import { commit, conversationRow, here, messageOf, messageRow, numbers, someEvents } from './given.ts';
import type { StorageScenario, StoreUnderTest } from './storage-scenario.ts';

const id = 'cnv_1' as ConversationId;

/**
 * Takes the steps one after the other and reads several times during each, and once more at the end. Not "until
 * the writing is done": a store whose reads never leave the microtask queue would then never get to write.
 */
async function readDuring(steps: readonly (() => Promise<unknown>)[], read: () => Promise<void>): Promise<void> {
  const readThrice = async () => {
    for (const _ of numbers(3)) await read();
  };
  for (const step of steps) await Promise.all([step(), readThrice()]);
  await read();
}

/** The two connections of a store that has two, else the one twice. */
async function bothOf(store: StoreUnderTest) {
  return [store.storage, ((await store.second?.()) ?? store).storage] as const;
}

export const snapshotScenarios = [
  {
    key: 'position-never-goes-back',
    title: 'while others write, the position only grows, and every event up to it can be read',
    async run(store) {
      const [writer, reader] = await bothOf(store);
      const steps = numbers(20).map((turn) => () => {
        return Promise.all(numbers(4).map(() => commit(writer, { events: someEvents(1 + (turn % 3)) })));
      });
      let last = 0;
      await readDuring(steps, async () => {
        const position = await reader.position(here);
        expectTrue(position >= last, `the position went back from ${last} to ${position}`);
        const events = await reader.listEvents(here, { after: last, before: position + 1, limit: 1_000 });
        expectEqual(
          events.map(({ seq }) => seq),
          numbers(position - last).map((index) => last + 1 + index),
          'seqs',
        );
        last = position;
      });
      expectEqual(last, 4 * (20 + 19), 'position');
    },
  },
  {
    key: 'reads-see-whole-commits',
    title: 'a reader sees all of a commit or nothing of it: its events together, its rows together',
    async run(store) {
      const [writer, reader] = await bothOf(store);
      const ids = ['msg_1', 'msg_2', 'msg_3'];
      const write = (version: number) => {
        const put = ids.map((one) => messageRow(messageOf(one, 'Hello', version)));
        return commit(writer, { put, events: someEvents(3) });
      };
      const steps = numbers(20).map((round) => () => Promise.all(numbers(3).map((index) => write(round * 3 + index))));
      await readDuring(steps, async () => {
        const events = await reader.listEvents(here, { limit: 1_000 });
        expectEqual(events.length % 3, 0, 'events of a commit that is half seen');
        const versions = (await reader.find(here, 'message', ids)).map((row) => row?.version);
        expectEqual(new Set(versions).size, 1, 'versions that were written together');
        const listed = (await reader.list(here, 'message', { limit: 10 })).map((row) => row.version);
        expectTrue(new Set(listed).size <= 1, `rows that were written together differ: ${listed.join()}`);
      });
      expectEqual(await reader.position(here), 180, 'position');
    },
  },
  {
    key: 'rows-are-never-older-than-events',
    title: 'a row that is read after an event is at least as new as the event',
    async run(store) {
      const [writer, reader] = await bothOf(store);
      const steps = numbers(60).map((index) => () => {
        const version = index + 1;
        const row = buildConversation({ id, version, last: { ...buildConversation().last, seq: pendingSeq(0) } });
        return commit(writer, { put: [conversationRow(row)], events: [buildEvent({ conversation: id, version })] });
      });
      let position = 0;
      await readDuring(steps, async () => {
        const [newest] = await reader.listEvents(here, { conversations: [id], order: 'newest', limit: 1 });
        const [row] = await reader.find(here, 'conversation', [id]);
        expectTrue((row?.version ?? 0) >= (newest?.version ?? 0), `row ${row?.version}, event ${newest?.version}`);
        expectTrue((row?.last.seq ?? 0) >= position, 'the row is older than a position read before it');
        position = await reader.position(here);
      });
      expectEqual(position, 60, 'position');
    },
  },
] as const satisfies readonly StorageScenario[];
