import { expectEqual, only } from '../assert.ts';
import { commit, here, messageOf, messageRow, numbers, someEvents } from './given.ts';
import type { StorageScenario } from './storage-scenario.ts';

export const burstScenarios = [
  {
    key: 'commit-conflict-harms-no-other',
    title: 'of a burst of commits with one bad in the middle, the others succeed',
    async run({ storage }) {
      const bad = 12;
      const outcomes = await Promise.allSettled(
        numbers(25).map((index) =>
          commit(storage, {
            expect: [{ kind: 'message', id: `msg_${index}`, version: index === bad ? 1 : 'absent' }],
            put: [messageRow(messageOf(`msg_${index}`))],
            events: someEvents(2),
          }),
        ),
      );
      expectEqual(
        outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : [])),
        [bad],
        'rejected',
      );
      expectEqual((await storage.list(here, 'message', { limit: 100 })).length, 24, 'rows');
      const events = await storage.listEvents(here, { limit: 100 });
      expectEqual(
        events.map((event) => event.seq),
        numbers(48).map((index) => index + 1),
        'seqs',
      );
    },
  },
  {
    key: 'commit-throw-harms-no-other',
    title: 'of a burst of commits with one that throws in the middle, the others succeed',
    async run({ storage }) {
      const thrower = {
        toJSON() {
          throw new Error('cannot be written');
        },
      };
      const outcomes = await Promise.allSettled(
        numbers(9).map((index) => {
          const message = messageOf(`msg_${index}`);
          const put = [messageRow(index === 4 ? { ...message, ...{ thrower } } : message)];
          return commit(storage, { put, events: someEvents(1) });
        }),
      );
      expectEqual(
        outcomes.map(({ status }) => status === 'fulfilled'),
        numbers(9).map((index) => index !== 4),
        'accepted',
      );
      expectEqual(await storage.position(here), 8, 'position');
    },
  },
  {
    key: 'commit-keys-conflict-within-burst',
    title: 'of a burst of commits that claim one key, the first of them to be applied has it',
    async run({ storage }) {
      const claimed = await Promise.allSettled(
        numbers(10).map((index) => {
          const ref = { kind: 'message', id: `msg_${index}` } as const;
          return commit(storage, {
            put: [messageRow(messageOf(ref.id))],
            claim: [{ ...ref, within: 'workspace', key: 'k' }],
          });
        }),
      );
      expectEqual(claimed.filter(({ status }) => status === 'fulfilled').length, 1, 'winners');
      const row = only(await storage.list(here, 'message', { limit: 10 }), 'rows');
      expectEqual(await storage.findByKey(here, 'k'), { kind: 'message', id: row.id }, 'holder');
    },
  },
] as const satisfies readonly StorageScenario[];
