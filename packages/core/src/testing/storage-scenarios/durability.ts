import type { MessageId } from '../../shared/id.ts';
import { pendingSeq } from '../../shared/seq.ts';
import { expectEqual, expectRejects, expectTrue, only } from '../assert.ts';
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
} from './given.ts';
import { find, indexed, one, word } from './given-words.ts';
import type { StorageScenario } from './storage-scenario.ts';

const ref = { kind: 'message', id: 'msg_1' } as const;
const cell = { sharedWith: null, team: null, teammate: null, tab: 'open' } as const;

export const durabilityScenarios = [
  {
    key: 'reopen-keeps-everything',
    title: 'what was answered is there after closing and opening again, and the log goes on where it was',
    async run(store) {
      await commit(store.storage, {
        put: [messageRow(messageOf('msg_1')), conversationRow(one), conversationRow(buildConversation())],
        enlist: [{ list: somePlaces, kind: 'draft', id: 'd', seq: pendingSeq(1) }],
        index: [indexed(pendingSeq(0), [someWord]), indexed(pendingSeq(2), [someWord])],
        events: someEvents(3),
        cells: [{ cell, by: 2 }],
        claim: [
          { ...ref, within: 'workspace', key: 'k' },
          { ...ref, within: 'everywhere', key: 'k' },
        ],
        schedule: [buildWork()],
      });
      expectEqual((await find(store.storage, [word(someWord)])).length, 2, 'hits');
      await commit(store.storage, { unindex: ['msg_-1' as MessageId] });
      const before = await contentsOf(store.storage, here);
      const again = (await store.reopen?.()) ?? store;
      expectEqual(await contentsOf(again.storage, here), before, 'contents');
      expectEqual(await again.storage.findByKey(here, 'k'), ref, 'holder');
      expectEqual(await again.directory.find('k'), { ...ref, workspace: here }, 'holder');
      const leased = await again.directory.leaseWork({ kinds: ['deliver'], limit: 1, forMilliseconds: 60_000 });
      expectEqual(only(leased, 'work').id, 'work-1', 'work');
      const { before: position, cells } = await commit(again.storage, {
        expect: [{ ...ref, version: 1 }],
        events: someEvents(1),
        cells: [{ cell, by: 1 }],
      });
      expectEqual([position, cells], [3, [{ cell, value: 3, seq: 4 }]], 'answer');
    },
  },
  {
    key: 'reopen-keeps-leases',
    title: 'a lease outlives the process, and no token comes back after it',
    async run(store) {
      const ask = { kinds: ['deliver'], limit: 9 } as const;
      await commit(store.storage, { schedule: [buildWork({ id: 'a' }), buildWork({ id: 'b' })] });
      const [a, b] = await store.directory.leaseWork({ ...ask, forMilliseconds: 60_000 });
      expectTrue(a !== undefined && b !== undefined, 'work was not leased');
      const again = (await store.reopen?.()) ?? store;
      expectEqual(await again.directory.leaseWork({ ...ask, forMilliseconds: 60_000 }), [], 'work that is leased');
      await commit(again.storage, { settle: [a] });
      await commit(again.storage, { schedule: [buildWork({ id: b.id })] });
      const next = only(await again.directory.leaseWork({ ...ask, forMilliseconds: 60_000 }), 'work');
      expectTrue(next.token > b.token, `token ${next.token} after ${b.token}`);
      await expectRejects(commit(again.storage, { settle: [b] }), 'lease-lost');
    },
  },
  {
    key: 'close-waits-for-commits',
    title: 'commits under way when a store is closed are finished, and kept',
    async run(store) {
      const commits = numbers(30).map((index) =>
        commit(store.storage, { put: [messageRow(messageOf(`msg_${index}`))], events: someEvents(1) }),
      );
      const answers = Promise.allSettled(commits);
      const again = store.reopen ? await store.reopen() : await store.close();
      const failed = (await answers).filter(({ status }) => status === 'rejected');
      expectEqual(failed.length, 0, 'commits that were cut off');
      if (again) expectEqual((await again.storage.list(here, 'message', { limit: 100 })).length, 30, 'rows');
      await again?.close();
    },
  },
] as const satisfies readonly StorageScenario[];
