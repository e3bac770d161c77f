import { pendingSeq } from '../../shared/seq.ts';
import type { Change } from '../../storage/change.ts';
import type { Storage } from '../../storage/storage.ts';
import { expectEqual } from '../assert.ts';
import { buildConversation, buildWork } from '../builders.ts';
import {
  commit,
  contentsOf,
  conversationRow,
  here,
  messageOf,
  messageRow,
  numbers,
  someEvents,
  somePlaces,
  someWord,
  there,
} from './given.ts';
import { indexed } from './given-words.ts';
import type { StorageScenario, StoreUnderTest } from './storage-scenario.ts';

const holder = { kind: 'message', id: 'msg_1' } as const;
const cell = { sharedWith: null, team: null, teammate: null, tab: 'open' } as const;

/** Something of everything, with keys everywhere of its own. */
function somethingOf(workspace: typeof here): Partial<Change> {
  const row = buildConversation({
    id: 'cnv_1' as never,
    last: { ...buildConversation().last, seq: pendingSeq(0) },
    holder: { session: 'ses_1' as never, identity: 'user 1' },
    tags: ['tag_1' as never],
    sharedWith: [{ teammate: 'tmt_1' as never, since: 1 }],
  });
  return {
    workspace,
    put: [conversationRow(row), ...numbers(3).map((index) => messageRow(messageOf(`msg_${index}`)))],
    events: someEvents(3),
    cells: [{ cell, by: 4 }],
    claim: [
      { ...holder, within: 'workspace', key: 'k' },
      { ...holder, within: 'everywhere', key: `mail/${workspace}` },
    ],
    enlist: [{ list: somePlaces, kind: 'draft', id: 'd', seq: pendingSeq(1) }],
    index: [indexed(pendingSeq(2), [someWord])],
    schedule: [buildWork({ id: `work-${workspace}` })],
  };
}

async function everythingOf({ storage, directory }: StoreUnderTest, workspace: typeof here): Promise<unknown> {
  return {
    contents: await contentsOf(storage, workspace),
    keys: [await storage.findByKey(workspace, 'k'), await directory.find(`mail/${workspace}`)],
  };
}

function searchHello(storage: Storage, workspace: typeof here) {
  return storage.search(workspace, {
    scope: { kind: 'everything' },
    terms: [{ word: someWord, prefix: true }],
    limit: 9,
  });
}

const none = 'wsp_none' as typeof here;

export const removalScenarios = [
  {
    key: 'remove-takes-everything',
    title: 'a removed workspace has nothing left: rows, log, counts, keys, lists, words, work; the others keep theirs',
    async run(store) {
      const { storage, directory } = store;
      const empty = { ...((await everythingOf(store, none)) as object), keys: [undefined, undefined] };
      for (const workspace of [here, there]) await commit(storage, somethingOf(workspace));
      const before = await everythingOf(store, there);
      await storage.remove(here);
      expectEqual(await everythingOf(store, here), empty, 'what is left');
      expectEqual(await everythingOf(store, there), before, 'the other workspace');
      expectEqual(await directory.listWorkspaces({ limit: 9 }), [there], 'workspaces');
      const leased = await directory.leaseWork({ kinds: ['deliver'], limit: 9, forMilliseconds: 1 });
      expectEqual(
        leased.map(({ id }) => id),
        [`work-${there}`],
        'work',
      );
      await commit(storage, { workspace: there, claim: [{ ...holder, within: 'everywhere', key: `mail/${here}` }] });
    },
  },
  {
    key: 'remove-many-rows',
    title: 'a workspace of thousands of rows is removed whole, and who reads meanwhile sees all of it or nothing',
    async run(store) {
      const { storage } = store;
      const count = 1_300;
      const put = numbers(count).map((index) => messageRow(messageOf(`msg_${index}`)));
      await commit(storage, { put: [...put, conversationRow(buildConversation({ id: 'cnv_1' as never }))] });
      await commit(storage, { events: someEvents(count) });
      await commit(storage, { index: numbers(count).map((index) => indexed(index + 1, [someWord])) });
      await commit(storage, somethingOf(there));
      const removal = storage.remove(here);
      for (const _ of numbers(5)) {
        const [rows, events] = [
          await storage.list(here, 'message', { limit: 2 * count }),
          await storage.listEvents(here, { limit: 2 * count }),
        ];
        expectEqual([0, count].includes(rows.length), true, `rows: ${rows.length}`);
        expectEqual([0, count].includes(events.length), true, `events: ${events.length}`);
        await searchHello(storage, here);
      }
      await removal;
      expectEqual(await storage.list(here, 'message', { limit: 9 }), [], 'rows');
      expectEqual(await searchHello(storage, here), [], 'hits');
      expectEqual((await searchHello(storage, there)).length, 1, 'hits of the other');
    },
  },
  {
    key: 'remove-and-begin-anew',
    title: 'a workspace that was removed can begin again from nothing, over every connection',
    async run(store) {
      const other = (await store.second?.()) ?? store;
      await commit(store.storage, somethingOf(here));
      expectEqual(await other.storage.position(here), 3, 'position');
      await store.storage.remove(here);
      expectEqual(await other.storage.position(here), 0, 'position after it');
      const { before, cells } = await commit(other.storage, somethingOf(here));
      expectEqual([before, cells], [0, [{ cell, value: 4, seq: 3 }]], 'answer');
      expectEqual((await store.storage.list(here, 'message', { limit: 9 })).length, 3, 'rows');
      expectEqual((await searchHello(store.storage, here)).length, 1, 'hits');
    },
  },
  {
    key: 'remove-nothing',
    title: 'removing a workspace that is not there, or twice, is fine',
    async run({ storage }) {
      await storage.remove(none);
      await commit(storage, somethingOf(here));
      await Promise.all([storage.remove(here), storage.remove(here)]);
      await storage.remove(here);
      expectEqual(await storage.position(here), 0, 'position');
    },
  },
] as const satisfies readonly StorageScenario[];
