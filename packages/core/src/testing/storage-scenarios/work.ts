import type { LeasedWork } from '../../directory/directory.ts';
import { type Instant, plus, systemClock } from '../../shared/instant.ts';
import { expectEqual, expectRejects, expectTrue, only } from '../assert.ts';
import { buildWork } from '../builders.ts';
import { commit, here, numbers, someEvents, there } from './given.ts';
import type { StorageScenario, StoreUnderTest } from './storage-scenario.ts';

const minute = 60_000;

/** Leases due deliveries for a minute, which is longer than any scenario takes. */
async function lease({ directory }: Pick<StoreUnderTest, 'directory'>, limit = 100): Promise<readonly LeasedWork[]> {
  return directory.leaseWork({ kinds: ['deliver'], limit, forMilliseconds: minute });
}

const past = (seconds: number) => plus('2001-01-01T00:00:00.000Z' as Instant, seconds * 1_000);

export const workScenarios = [
  {
    key: 'lease-not-before-due',
    title: 'work is not leased before it is due by the store’s clock, and is afterwards',
    async run(store) {
      const now = store.now?.() ?? systemClock.now();
      await commit(store.storage, { schedule: [buildWork({ dueAt: plus(now, 1_500) })] });
      expectEqual(await lease(store), [], 'work before it is due');
      await store.pass(1_600);
      expectEqual(only(await lease(store)).id, 'work-1', 'work when it is due');
    },
  },
  {
    key: 'lease-oldest-due-first',
    title: 'the longest due is leased first, across workspaces, at most limit',
    async run(store) {
      for (const second of [5, 1, 4, 2, 3, 6]) {
        const workspace = second % 2 ? here : there;
        await commit(store.storage, { workspace, schedule: [buildWork({ id: `w${second}`, dueAt: past(second) })] });
      }
      expectEqual(await lease(store, 0), [], 'none');
      expectEqual(
        (await lease(store, 2)).map(({ id, workspace }) => [id, workspace]),
        [
          ['w1', here],
          ['w2', there],
        ],
      );
      expectEqual(
        (await lease(store, 3)).map(({ id }) => id),
        ['w3', 'w4', 'w5'],
        'the next',
      );
      expectEqual(
        (await lease(store, 3)).map(({ id }) => id),
        ['w6'],
        'the last',
      );
      expectEqual(await lease(store, 3), [], 'the rest');
    },
  },
  {
    key: 'lease-gives-work-whole',
    title: 'leased work is what was scheduled, with its workspace and a token',
    async run(store) {
      const work = buildWork({ id: 'a/b%😀', attempts: 7, subject: { kind: 'conversation', id: 'cnv_1' } });
      await commit(store.storage, { schedule: [work] });
      const leased = only(await lease(store));
      expectEqual(leased, { ...work, workspace: here, token: leased.token }, 'work');
    },
  },
  {
    key: 'lease-kinds',
    title: 'only work of the kinds that were asked for is leased',
    async run({ storage, directory }) {
      const kinds = ['deliver', 'wake', 'expire', 'job'] as const;
      await commit(storage, { schedule: kinds.map((kind) => buildWork({ id: kind, kind })) });
      const ask = { limit: 10, forMilliseconds: minute };
      expectEqual(await directory.leaseWork({ ...ask, kinds: [] }), [], 'of no kind');
      expectEqual(only(await directory.leaseWork({ ...ask, kinds: ['wake'] })).id, 'wake', 'of one kind');
      const rest = await directory.leaseWork({ ...ask, kinds });
      expectEqual(rest.map(({ id }) => id).sort(), ['deliver', 'expire', 'job'], 'of all kinds');
    },
  },
  {
    key: 'lease-never-shared',
    title: 'two lessees never hold the same work at the same time',
    async run(store) {
      const other = (await store.second?.()) ?? store;
      await commit(store.storage, { schedule: numbers(60).map((index) => buildWork({ id: `w${index}` })) });
      const taken = await Promise.all(
        numbers(6).map(async (lessee) => {
          const mine: string[] = [];
          for (const _ of numbers(10)) {
            const work = await lease(lessee % 2 ? other : store, 7);
            mine.push(...work.map(({ id }) => id));
          }
          return mine;
        }),
      );
      expectEqual(taken.flat().length, 60, 'leases');
      expectEqual(new Set(taken.flat()).size, 60, 'different work');
    },
  },
  {
    key: 'expired-lease-is-free-again',
    title: 'when a lease has ended, the work is leased again with a greater token, and the old token is stale',
    async run(store) {
      await commit(store.storage, { schedule: [buildWork()] });
      const first = only(await store.directory.leaseWork({ kinds: ['deliver'], limit: 1, forMilliseconds: 50 }));
      await store.pass(100);
      const second = only(await lease(store));
      expectTrue(second.token > first.token, `token ${second.token} after ${first.token}`);
      const { work } = await expectRejects(commit(store.storage, { settle: [first] }), 'lease-lost');
      expectEqual(work, 'work-1', 'whose lease is lost');
      await commit(store.storage, { settle: [second] });
    },
  },
  {
    key: 'settle-removes-work',
    title: 'settled work is gone, and cannot be settled twice',
    async run(store) {
      await commit(store.storage, { schedule: [buildWork()] });
      const leased = only(await store.directory.leaseWork({ kinds: ['deliver'], limit: 1, forMilliseconds: 50 }));
      await commit(store.storage, { settle: [leased] });
      await store.pass(100);
      expectEqual(await lease(store), [], 'work');
      await expectRejects(commit(store.storage, { settle: [leased] }), 'lease-lost');
    },
  },
  {
    key: 'settle-late-when-nobody-took-over',
    title: 'a lease that has ended still settles as long as nobody else has leased the work',
    async run(store) {
      await commit(store.storage, { schedule: [buildWork()] });
      const leased = only(await store.directory.leaseWork({ kinds: ['deliver'], limit: 1, forMilliseconds: 50 }));
      await store.pass(100);
      await commit(store.storage, { settle: [leased] });
      expectEqual(await lease(store), [], 'work');
    },
  },
  {
    key: 'stale-token-changes-nothing',
    title: 'a change with a stale token applies nothing, not even its good settlement',
    async run(store) {
      await commit(store.storage, { schedule: [buildWork({ id: 'a' }), buildWork({ id: 'b' })] });
      const [a, b] = await lease(store);
      expectTrue(a !== undefined && b !== undefined, 'work was not leased');
      const settle = [a, { id: b.id, token: b.token + 1 }];
      const change = { settle, events: someEvents(1), schedule: [buildWork({ id: 'c' })] };
      await expectRejects(commit(store.storage, change), 'lease-lost');
      expectEqual(await lease(store), [], 'work that is free');
      expectEqual(await store.storage.position(here), 0, 'position');
      await commit(store.storage, { settle: [a, b] });
    },
  },
  {
    key: 'settle-needs-a-lease',
    title: 'work that nobody has leased cannot be settled, whatever the token',
    async run({ storage }) {
      await commit(storage, { schedule: [buildWork()] });
      for (const token of [-1, 0, 1])
        await expectRejects(commit(storage, { settle: [{ id: 'work-1', token }] }), 'lease-lost');
    },
  },
  {
    key: 'settle-and-schedule-retry',
    title: 'settling and scheduling the same id in one change is a retry',
    async run(store) {
      await commit(store.storage, { schedule: [buildWork()] });
      const first = only(await lease(store));
      await commit(store.storage, { settle: [first], schedule: [buildWork({ attempts: 1 })] });
      const second = only(await lease(store), 'work to retry');
      expectEqual(second.attempts, 1, 'attempts');
      await expectRejects(commit(store.storage, { settle: [first] }), 'lease-lost');
      await commit(store.storage, { settle: [second] });
      expectEqual(await lease(store), [], 'work');
    },
  },
  {
    key: 'token-never-comes-back',
    title: 'the tokens of an id grow through retries, replacement, cancellation and settlement',
    async run(store) {
      const tokens: number[] = [];
      const next = async () => {
        const leased = only(await lease(store));
        tokens.push(leased.token);
        return leased;
      };
      const schedule = [buildWork()];
      await commit(store.storage, { schedule });
      await commit(store.storage, { settle: [await next()], schedule });
      await commit(store.storage, { settle: [await next()] });
      await commit(store.storage, { schedule });
      await next();
      await commit(store.storage, { schedule });
      await next();
      await commit(store.storage, { cancel: ['work-1'] });
      await commit(store.storage, { schedule });
      await next();
      expectTrue(
        tokens.every((token, index) => index === 0 || token > (tokens[index - 1] ?? 0)),
        `tokens do not grow: ${tokens.join()}`,
      );
    },
  },
  {
    key: 'schedule-replaces-and-voids-lease',
    title: 'scheduling an id again replaces the work, and who had leased it has lost it',
    async run(store) {
      await commit(store.storage, { schedule: [buildWork()] });
      const first = only(await lease(store));
      await commit(store.storage, { schedule: [buildWork({ kind: 'wake', attempts: 3 })] });
      await expectRejects(commit(store.storage, { settle: [first] }), 'lease-lost');
      expectEqual(await lease(store), [], 'work of the old kind');
      const ask = { kinds: ['wake', 'deliver'], limit: 9, forMilliseconds: minute } as const;
      expectEqual(only(await store.directory.leaseWork(ask)).attempts, 3, 'attempts');
    },
  },
  {
    key: 'cancel-removes-work',
    title: 'cancelled work is gone, whoever had leased it has lost it, and cancelling what is not there is fine',
    async run(store) {
      await commit(store.storage, { schedule: [buildWork({ id: 'a' }), buildWork({ id: 'b', dueAt: past(9) })] });
      const leased = only(await lease(store, 1));
      await commit(store.storage, { cancel: ['a', 'b', 'never there'] });
      await expectRejects(commit(store.storage, { settle: [leased] }), 'lease-lost');
      expectEqual(await lease(store), [], 'work');
    },
  },
] as const satisfies readonly StorageScenario[];
