import type { ConversationId, TeamId } from '../../shared/id.ts';
import { emptyChange } from '../../storage/change.ts';
import { expectEqual, expectRejects, reasonOf } from '../assert.ts';
import { buildConversation, buildTeam } from '../builders.ts';
import { commit, conversationRow, here, messageOf, messageRow, numbers, teamRow } from './given.ts';
import type { StorageScenario } from './storage-scenario.ts';

const ref = { kind: 'message', id: 'msg_1' } as const;

export const expectScenarios = [
  {
    key: 'expect-absent',
    title: 'what is expected absent may be put once',
    async run({ storage }) {
      const change = { expect: [{ ...ref, version: 'absent' as const }], put: [messageRow(messageOf('msg_1'))] };
      await commit(storage, change);
      const { expected } = await expectRejects(commit(storage, change), 'version-conflict');
      expectEqual(expected, { ...ref, version: 'absent' }, 'what was expected');
    },
  },
  {
    key: 'expect-stored-version',
    title: 'an expected version is the stored one, neither older nor newer',
    async run({ storage }) {
      await commit(storage, { put: [messageRow(messageOf('msg_1', 'two', 2))] });
      for (const version of [1, 3]) {
        const { expected } = await expectRejects(
          commit(storage, { expect: [{ ...ref, version }], put: [messageRow(messageOf('msg_1', 'no', version + 1))] }),
          'version-conflict',
        );
        expectEqual(expected, { ...ref, version }, 'what was expected');
      }
      await commit(storage, { expect: [{ ...ref, version: 2 }], put: [messageRow(messageOf('msg_1', 'three', 3))] });
      expectEqual((await storage.find(here, 'message', ['msg_1']))[0]?.version, 3, 'version');
    },
  },
  {
    key: 'expect-fails-on-absent-row',
    title: 'a version of a row that is not there, or no longer, is a conflict',
    async run({ storage }) {
      await expectRejects(commit(storage, { expect: [{ ...ref, version: 1 }] }), 'version-conflict');
      await commit(storage, { put: [messageRow(messageOf('msg_1'))] });
      await commit(storage, { remove: [ref] });
      await expectRejects(commit(storage, { expect: [{ ...ref, version: 1 }] }), 'version-conflict');
      await commit(storage, { expect: [{ ...ref, version: 'absent' }] });
    },
  },
  {
    key: 'expect-every-row',
    title: 'one stale expectation among many is enough, wherever it stands, and a repeated one is no other',
    async run({ storage }) {
      const ids = numbers(5).map((index) => `msg_${index}`);
      await commit(storage, { put: ids.map((id) => messageRow(messageOf(id))) });
      const good = ids.map((id) => ({ kind: 'message' as const, id, version: 1 }));
      for (const stale of ids) {
        const expect = good.map((one) => (one.id === stale ? { ...one, version: 2 } : one));
        const { expected } = await expectRejects(commit(storage, { expect }), 'version-conflict');
        expectEqual(expected.id, stale, 'the stale one');
      }
      await commit(storage, { expect: [...good, ...good] });
    },
  },
  {
    key: 'expect-by-kind',
    title: 'a row of the same id and another kind does not count',
    async run({ storage }) {
      await commit(storage, { put: [messageRow(messageOf('same', 'a', 4))] });
      await commit(storage, { expect: [{ kind: 'team', id: 'same', version: 'absent' }] });
      await expectRejects(commit(storage, { expect: [{ kind: 'team', id: 'same', version: 4 }] }), 'version-conflict');
    },
  },
  {
    key: 'expect-one-of-20-wins',
    title: 'of 20 who change the same version at once, one wins and the others conflict',
    async run(store) {
      const other = (await store.second?.()) ?? store;
      await commit(store.storage, { put: [messageRow(messageOf('msg_1'))] });
      const outcomes = await Promise.all(
        numbers(20).map((index) =>
          reasonOf(
            commit((index % 2 ? other : store).storage, {
              expect: [{ ...ref, version: 1 }],
              put: [messageRow(messageOf('msg_1', `writer ${index}`, 2))],
            }),
          ),
        ),
      );
      const winners = numbers(20).filter((index) => outcomes[index] === undefined);
      expectEqual(winners.length, 1, 'winners');
      const lost = outcomes.filter((reason) => reason?.code === 'version-conflict');
      expectEqual(lost.length, 19, 'conflicts');
      const [row] = await store.storage.find(here, 'message', ['msg_1']);
      expectEqual(row?.body.text, `writer ${winners[0]}`, 'what is kept');
    },
  },
  {
    key: 'expect-rows-only-read',
    title: 'assigning to a team and deleting the team, each reading what the other writes: exactly one happens',
    async run(store) {
      const other = (await store.second?.()) ?? store;
      for (const round of numbers(40)) {
        const team = buildTeam({ id: `tem_${round}` as TeamId });
        const conversation = buildConversation({ id: `cnv_${round}` as ConversationId, version: 1 });
        await commit(store.storage, { put: [teamRow(team), conversationRow(conversation)] });
        const read = {
          ...emptyChange(here),
          expect: [
            { kind: 'team', id: team.id, version: 1 },
            { kind: 'conversation', id: conversation.id, version: 1 },
          ],
        } as const;
        const assigned = conversationRow({ ...conversation, version: 2, assignee: { teammate: null, team: team.id } });
        const assign = () => reasonOf(store.storage.commit({ ...read, put: [assigned] }));
        const remove = () => reasonOf(other.storage.commit({ ...read, remove: [{ kind: 'team', id: team.id }] }));
        const both = round % 2 ? [assign(), remove()] : [remove(), assign()];
        const codes = (await Promise.all(both)).map((reason) => reason?.code ?? 'done').sort();
        expectEqual(codes, ['done', 'version-conflict'], `round ${round}`);
      }
    },
  },
] as const satisfies readonly StorageScenario[];
