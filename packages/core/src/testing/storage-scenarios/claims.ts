import { type Claim, emptyChange } from '../../storage/change.ts';
import { expectEqual, expectRejects, expectTrue, reasonOf } from '../assert.ts';
import { commit, here, messageOf, messageRow, numbers, someEvents, there } from './given.ts';
import type { StorageScenario } from './storage-scenario.ts';

const one = { kind: 'message', id: 'msg_1' } as const;
const other = { kind: 'message', id: 'msg_11' } as const;

function within(key: string, ref: Pick<Claim, 'kind' | 'id'> = one): Claim {
  return { ...ref, within: 'workspace', key };
}

function everywhere(key: string, ref: Pick<Claim, 'kind' | 'id'> = one): Claim {
  return { ...ref, within: 'everywhere', key };
}

export const claimScenarios = [
  {
    key: 'key-taken-names-holder',
    title: 'a key that another row holds is refused, and the refusal names the key and its holder',
    async run({ storage }) {
      await commit(storage, { claim: [within('k'), everywhere('e')] });
      const taken = await expectRejects(commit(storage, { claim: [within('k', other)] }), 'key-taken');
      expectEqual([taken.key, taken.by.kind, taken.by.id], ['k', one.kind, one.id], 'refusal');
      const takenToo = await expectRejects(commit(storage, { claim: [everywhere('e', other)] }), 'key-taken');
      expectEqual([takenToo.key, takenToo.by.kind, takenToo.by.id], ['e', one.kind, one.id], 'refusal');
    },
  },
  {
    key: 'claim-by-holder-is-no-conflict',
    title: 'the row that holds a key may claim it again',
    async run({ storage, directory }) {
      for (const _ of numbers(3)) await commit(storage, { claim: [within('k'), within('k'), everywhere('k')] });
      expectEqual(await storage.findByKey(here, 'k'), one, 'holder');
      expectEqual(await directory.find('k'), { ...one, workspace: here }, 'holder');
    },
  },
  {
    key: 'claim-counts-kind-as-another-row',
    title: 'a row of the same id and another kind is another row',
    async run({ storage }) {
      await commit(storage, { claim: [within('k'), everywhere('k')] });
      await expectRejects(commit(storage, { claim: [within('k', { kind: 'team', id: one.id })] }), 'key-taken');
      await expectRejects(commit(storage, { claim: [everywhere('k', { kind: 'team', id: one.id })] }), 'key-taken');
    },
  },
  {
    key: 'claim-within-and-everywhere-are-apart',
    title: 'a key within a workspace and the same key everywhere have nothing to do with each other',
    async run({ storage, directory }) {
      await commit(storage, { claim: [within('w'), everywhere('e')] });
      expectEqual(await storage.findByKey(here, 'e'), undefined, 'within the workspace');
      expectEqual(await directory.find('w'), undefined, 'everywhere');
      await commit(storage, { claim: [within('e', other), everywhere('w', other)] });
      expectEqual([await storage.findByKey(here, 'w'), await storage.findByKey(here, 'e')], [one, other], 'within');
      await commit(storage, { release: [{ within: 'workspace', key: 'e' }] });
      expectEqual((await directory.find('e'))?.id, one.id, 'the key everywhere');
      const release = [{ within: 'workspace', key: 'e' }] as const;
      await expectRejects(commit(storage, { release, claim: [everywhere('e', other)] }), 'key-taken');
    },
  },
  {
    key: 'claim-same-key-in-two-workspaces',
    title: 'a key within a workspace is free in another, a key everywhere is not, even for a row of the same id',
    async run({ storage, directory }) {
      await commit(storage, { claim: [within('k'), everywhere('k')] });
      await commit(storage, { workspace: there, claim: [within('k', other)] });
      expectEqual(await storage.findByKey(there, 'k'), other, 'holder there');
      await expectRejects(commit(storage, { workspace: there, claim: [everywhere('k')] }), 'key-taken');
      expectEqual(await directory.find('k'), { ...one, workspace: here }, 'holder');
    },
  },
  {
    key: 'release-leaves-other-workspaces-keys',
    title: 'no workspace can release or take over a key that another one holds everywhere',
    async run({ storage, directory }) {
      await commit(storage, { claim: [everywhere('support@example.com')] });
      const release = [{ within: 'everywhere', key: 'support@example.com' }] as const;
      await commit(storage, { workspace: there, release });
      const claim = [everywhere('support@example.com', other)];
      await expectRejects(commit(storage, { workspace: there, release, claim }), 'key-taken');
      expectEqual(await directory.find('support@example.com'), { ...one, workspace: here }, 'holder');
    },
  },
  {
    key: 'release-frees-key',
    title: 'a released key is nobody’s, and free; releasing it again is fine',
    async run({ storage, directory }) {
      await commit(storage, { claim: [within('k'), everywhere('k')] });
      const release = [
        { within: 'workspace', key: 'k' },
        { within: 'everywhere', key: 'k' },
      ] as const;
      for (const _ of numbers(2)) await commit(storage, { release });
      expectEqual([await storage.findByKey(here, 'k'), await directory.find('k')], [undefined, undefined], 'holders');
      await commit(storage, { claim: [within('k', other), everywhere('k', other)] });
      expectEqual(await storage.findByKey(here, 'k'), other, 'holder');
    },
  },
  {
    key: 'release-and-claim-pass-key-on',
    title: 'a key passes from one row to another in one change, and two rows can swap theirs',
    async run({ storage, directory }) {
      await commit(storage, { claim: [within('a'), within('b', other), everywhere('e')] });
      await commit(storage, {
        release: [
          { within: 'workspace', key: 'a' },
          { within: 'workspace', key: 'b' },
          { within: 'everywhere', key: 'e' },
        ],
        claim: [within('a', other), within('b'), everywhere('e', other)],
      });
      expectEqual([await storage.findByKey(here, 'a'), await storage.findByKey(here, 'b')], [other, one], 'holders');
      expectEqual(await directory.find('e'), { ...other, workspace: here }, 'holder');
    },
  },
  {
    key: 'claim-once-in-one-change',
    title: 'one change cannot give a key to two rows',
    async run({ storage }) {
      const claim = [within('k'), within('fine'), within('k', other)];
      await expectRejects(commit(storage, { claim, events: someEvents(1) }), 'key-taken');
      expectEqual([await storage.findByKey(here, 'k'), await storage.position(here)], [undefined, 0], 'what is kept');
    },
  },
  {
    key: 'claim-compares-keys-exactly',
    title: 'keys that differ in case, accents, wildcards, spaces or length are different keys',
    async run({ storage, directory }) {
      const keys = [
        'k',
        'K',
        'k ',
        ' k',
        'k%',
        'k_',
        '%',
        '_',
        'kk',
        'é',
        'e\u0301',
        'ß',
        'ss',
        '😀',
        '😀😀',
        'مرحبا',
        "k'",
        'k"',
        'k\\',
        '',
      ];
      const claims = keys.flatMap((key, index) => {
        const ref = { kind: 'message', id: `msg_${index}` } as const;
        return [within(key, ref), everywhere(key, ref)];
      });
      for (const claim of claims) await commit(storage, { claim: [claim] });
      for (const [index, key] of keys.entries()) {
        expectEqual((await storage.findByKey(here, key))?.id, `msg_${index}`, `holder of ${JSON.stringify(key)}`);
        expectEqual((await directory.find(key))?.id, `msg_${index}`, `holder of ${JSON.stringify(key)}`);
      }
      expectEqual(await storage.findByKey(here, 'k__'), undefined, 'a key that nobody claimed');
    },
  },
  {
    key: 'claim-with-nul-is-whole-or-refused',
    title: 'a key with U+0000 is kept as it is, or refused with nothing written',
    async run({ storage }) {
      const key = 'a\u0000b';
      const put = [messageRow(messageOf('msg_1'))];
      const accepted = await commit(storage, { put, claim: [within(key)], events: someEvents(1) }).then(
        () => true,
        () => false,
      );
      expectEqual(await storage.findByKey(here, 'a'), undefined, 'the key up to U+0000');
      expectEqual(await storage.position(here), accepted ? 1 : 0, 'position');
      expectEqual((await storage.find(here, 'message', ['msg_1']))[0] !== undefined, accepted, 'row is kept');
      if (accepted) expectEqual(await storage.findByKey(here, key), one, 'holder');
    },
  },
  {
    key: 'claim-one-of-20-wins',
    title: 'of 20 rows that claim a key everywhere at once, from two workspaces, one gets it',
    async run(store) {
      const second = (await store.second?.()) ?? store;
      for (const round of numbers(5)) {
        const reasons = await Promise.all(
          numbers(20).map((index) => {
            const ref = { kind: 'message', id: `msg_${index}` } as const;
            const { storage } = index % 2 ? second : store;
            const workspace = index % 3 ? here : there;
            return reasonOf(storage.commit({ ...emptyChange(workspace), claim: [everywhere(`k${round}`, ref)] }));
          }),
        );
        const winner = reasons.indexOf(undefined);
        expectEqual(reasons.filter((reason) => reason?.code === 'key-taken').length, 19, 'refused');
        const holder = { kind: 'message', id: `msg_${winner}`, workspace: winner % 3 ? here : there };
        expectEqual(await second.directory.find(`k${round}`), holder, 'holder');
      }
    },
  },
  {
    key: 'claim-stops-double-delivery',
    title: 'the same mail delivered twice, at once or later, gives one row',
    async run(store) {
      const second = (await store.second?.()) ?? store;
      const deliver = (index: number) => {
        const ref = { kind: 'message', id: `msg_${index}` } as const;
        return reasonOf(
          commit((index % 2 ? second : store).storage, {
            put: [messageRow(messageOf(ref.id))],
            events: someEvents(2),
            claim: [within('email/<1@example.com>', ref)],
          }),
        );
      };
      const reasons = await Promise.all(numbers(4).map(deliver));
      reasons.push(await deliver(4), await deliver(5));
      expectEqual(reasons.filter((reason) => reason?.code === 'key-taken').length, 5, 'refused');
      const rows = await store.storage.list(here, 'message', { limit: 10 });
      expectEqual([rows.length, await store.storage.position(here)], [1, 2], 'rows and events');
      const holder = rows[0]?.id;
      for (const reason of reasons)
        expectTrue(reason?.code !== 'key-taken' || reason.by.id === holder, 'the refusal names another row');
    },
  },
] as const satisfies readonly StorageScenario[];
