import type { Cell } from '../../conversation/cells.ts';
import type { MessageId } from '../../shared/id.ts';
import { pendingSeq } from '../../shared/seq.ts';
import type { Change, ListPlace } from '../../storage/change.ts';
import type { Storage } from '../../storage/storage.ts';
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
  there,
} from './given.ts';
import { everything, indexed, one, word } from './given-words.ts';
import type { StorageScenario, StoreUnderTest } from './storage-scenario.ts';

const cell: Cell = { sharedWith: null, team: null, teammate: null, tab: 'open' };
const holder = { kind: 'message', id: 'msg_kept' } as const;

function placeOf(id: string, seq: number): ListPlace {
  return { list: somePlaces, kind: 'draft', id, seq };
}

/** A change with something in every part, which is fine as it stands. */
function fullChange(): Partial<Change> {
  const conversation = buildConversation();
  return {
    expect: [{ ...holder, version: 1 }],
    put: [conversationRow(conversation), messageRow(messageOf('msg_kept', 'changed', 2))],
    remove: [{ kind: 'message', id: 'msg_spare' }],
    events: someEvents(3),
    cells: [{ cell, by: 5 }],
    claim: [
      { ...holder, within: 'workspace', key: 'new' },
      { ...holder, within: 'everywhere', key: 'new' },
    ],
    release: [
      { within: 'workspace', key: 'old' },
      { within: 'everywhere', key: 'old' },
    ],
    delist: [placeOf('old', 0)],
    enlist: [placeOf('new', pendingSeq(1))],
    index: [
      indexed(pendingSeq(0), [someWord], { conversation: conversation.id }),
      indexed(1, ['changed'], { message: 'msg_kept' as MessageId, conversation: conversation.id }),
    ],
    unindex: ['msg_spare' as MessageId],
    reindex: [{ from: conversation.id, into: one.id }],
    schedule: [buildWork({ id: 'new-work' })],
    cancel: ['old-work'],
    settle: [],
  };
}

/** Commits `bad` over a prepared workspace, and checks that nothing at all came of it. */
async function expectNothing({ storage, directory }: StoreUnderTest, bad: Partial<Change>): Promise<void> {
  const before = await contentsOf(storage, here);
  await commit(storage, bad).then(
    () => expectTrue(false, 'a change that cannot be applied was accepted'),
    () => undefined,
  );
  expectEqual(await contentsOf(storage, here), before, 'contents');
  expectEqual(await storage.findByKey(here, 'old'), holder, 'released key');
  expectEqual(await storage.findByKey(here, 'new'), undefined, 'claimed key');
  expectEqual(await directory.find('old'), { ...holder, workspace: here }, 'released key');
  expectEqual(await directory.find('new'), undefined, 'claimed key');
  const leased = await directory.leaseWork({ kinds: ['deliver'], limit: 10, forMilliseconds: 1 });
  expectEqual(leased.map((work) => work.id).sort(), ['old-work'], 'work');
}

async function prepare(storage: Storage): Promise<void> {
  await commit(storage, {
    put: [messageRow(messageOf('msg_kept')), messageRow(messageOf('msg_spare')), conversationRow(one)],
    enlist: [placeOf('old', 1)],
    index: [
      indexed(1, [someWord], { message: 'msg_kept' as MessageId }),
      indexed(2, [someWord], { message: 'msg_spare' as MessageId }),
    ],
    events: someEvents(2),
    cells: [{ cell, by: 1 }],
    claim: [
      { ...holder, within: 'workspace', key: 'old' },
      { ...holder, within: 'everywhere', key: 'old' },
      { kind: 'message', id: 'msg_spare', within: 'workspace', key: 'spare' },
    ],
    schedule: [buildWork({ id: 'old-work' })],
  });
}

export const commitScenarios = [
  {
    key: 'commit-all-or-nothing',
    title: 'a full change whose last expectation fails leaves nothing behind',
    async run(store) {
      await prepare(store.storage);
      const change = fullChange();
      const stale = { kind: 'message', id: 'msg_spare', version: 7 } as const;
      const expect = [...(change.expect ?? []), stale];
      await expectNothing(store, { ...change, expect });
    },
  },
  {
    key: 'commit-all-or-nothing-key-taken',
    title: 'a full change whose last claim fails leaves nothing behind',
    async run(store) {
      await prepare(store.storage);
      const change = fullChange();
      const claim = [...(change.claim ?? []), { ...holder, within: 'workspace' as const, key: 'spare' }];
      await expectNothing(store, { ...change, claim });
    },
  },
  {
    key: 'commit-all-or-nothing-lease-lost',
    title: 'a full change whose last settlement fails leaves nothing behind',
    async run(store) {
      await prepare(store.storage);
      await expectNothing(store, { ...fullChange(), settle: [{ id: 'nobody-has-it', token: 1 }] });
    },
  },
  {
    key: 'commit-all-or-nothing-throw',
    title: 'a change that throws while its last event is read leaves nothing behind, and the store goes on',
    async run(store) {
      await prepare(store.storage);
      const thrower = {
        toJSON() {
          throw new Error('cannot be written');
        },
      };
      const events = someEvents(3).map((event, index) => (index === 2 ? { ...event, thrower } : event));
      await expectNothing(store, { ...fullChange(), events });
      expectEqual((await commit(store.storage, { events: someEvents(1) })).before, 2, 'position');
    },
  },
  {
    key: 'commit-full-change',
    title: 'a change with every part does all of it',
    async run(store) {
      const { storage, directory } = store;
      await prepare(storage);
      const [leased] = await directory.leaseWork({ kinds: ['deliver'], limit: 1, forMilliseconds: 60_000 });
      expectTrue(leased !== undefined, 'due work was not leased');
      const { before, cells } = await commit(storage, { ...fullChange(), cancel: [], settle: [leased] });
      expectEqual([before, cells], [2, [{ cell, value: 6, seq: 5 }]], 'answer');
      const rows = await storage.find(here, 'message', ['msg_kept', 'msg_spare']);
      expectEqual([rows[0]?.version, rows[1]], [2, undefined], 'rows');
      expectEqual(await storage.position(here), 5, 'position');
      expectEqual(await storage.findByKey(here, 'new'), holder, 'claimed key');
      expectEqual(await directory.find('old'), undefined, 'released key');
      const places = await storage.readList(here, somePlaces, { limit: 9 });
      expectEqual(places, [placeOf('new', 4)], 'places');
      const hits = await storage.search(here, { scope: everything, terms: [word(someWord)], limit: 9 });
      expectEqual(
        hits.map(({ conversation, seq }) => [conversation, seq]),
        [[one.id, 3]],
        'hits',
      );
      const after = await directory.leaseWork({ kinds: ['deliver'], limit: 10, forMilliseconds: 1 });
      expectEqual(only(after, 'work').id, 'new-work', 'work');
    },
  },
  {
    key: 'commit-empty-change',
    title: 'a change of nothing is fine and leaves no trace',
    async run({ storage }) {
      await commit(storage, { events: someEvents(1) });
      const before = await contentsOf(storage, here);
      expectEqual(await commit(storage, {}), { before: 1, cells: [] }, 'answer');
      expectEqual(await contentsOf(storage, here), before, 'contents');
    },
  },
  {
    key: 'commit-remove-absent',
    title: 'removing what is not there is fine',
    async run({ storage }) {
      await commit(storage, { remove: [holder], put: [messageRow(messageOf('msg_1'))] });
      expectEqual(
        (await storage.find(here, 'message', ['msg_1', 'msg_kept'])).map((row) => row?.id),
        ['msg_1', undefined],
      );
    },
  },
  {
    key: 'commit-seen-by-later-reads',
    title: 'reads that begin after the answer see the commit, over every connection',
    async run(store) {
      const other = (await store.second?.()) ?? store;
      for (const version of numbers(30).map((index) => index + 1)) {
        const [writer, reader] = version % 2 ? [store, other] : [other, store];
        await commit(writer.storage, {
          put: [messageRow(messageOf('msg_1', 'Hello', version))],
          events: someEvents(1),
          claim: [{ kind: 'message', id: 'msg_1', within: 'everywhere', key: `k${version}` }],
        });
        expectEqual((await reader.storage.find(here, 'message', ['msg_1']))[0]?.version, version, 'version');
        expectEqual(await reader.storage.position(here), version, 'position');
        expectEqual((await reader.directory.find(`k${version}`))?.id, 'msg_1', 'holder');
      }
    },
  },
  {
    key: 'workspaces-never-see-each-other',
    title: 'the same ids, keys, work and cells live side by side in two workspaces',
    async run({ storage, directory }) {
      for (const workspace of [here, there]) {
        await commit(storage, {
          workspace,
          expect: [{ ...holder, version: 'absent' }],
          put: [
            messageRow(messageOf('msg_kept', workspace)),
            conversationRow(buildConversation({ subject: workspace })),
          ],
          events: someEvents(workspace === here ? 1 : 3, workspace),
          cells: [{ cell, by: workspace === here ? 1 : 3 }],
          claim: [{ ...holder, within: 'workspace', key: 'k' }],
          schedule: [buildWork({ id: 'w' })],
        });
      }
      await commit(storage, { release: [{ within: 'workspace', key: 'k' }], cancel: ['w'], remove: [holder] });
      expectEqual(await storage.findByKey(here, 'k'), undefined, 'released key');
      expectEqual(await storage.findByKey(there, 'k'), holder, 'the other key');
      expectEqual((await storage.find(there, 'message', ['msg_kept']))[0]?.body.text, there, 'the other row');
      expectEqual([await storage.position(here), await storage.position(there)], [1, 3], 'positions');
      expectEqual(only(await storage.readCells(there), 'cells').value, 3, 'the other cell');
      const leased = await directory.leaseWork({ kinds: ['deliver'], limit: 10, forMilliseconds: 60_000 });
      expectEqual(only(leased, 'work').workspace, there, 'whose work');
      await expectRejects(commit(storage, { settle: leased }), 'lease-lost');
      await commit(storage, { workspace: there, settle: leased });
    },
  },
] as const satisfies readonly StorageScenario[];
