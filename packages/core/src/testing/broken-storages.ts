import { isHolder } from '../access/scope.ts';
import { emptyChange } from '../storage/change.ts';
import type { Storage } from '../storage/storage.ts';
import { StorageError } from '../storage/storage-error.ts';
import { readByBranches } from './read-by-branches.ts';
import type { ScenarioKey } from './storage-conformance.ts';

/** What a broken storage does otherwise than the memory storage. */
export type Break = (storage: Storage) => Partial<Storage>;

export interface BrokenStorage {
  readonly name: string;
  readonly breakIt: Break;
  readonly fails: readonly ScenarioKey[];
}

/** Memory storage with one thing broken each, and the scenarios that find it out. */
export const brokenStorages: readonly BrokenStorage[] = [
  {
    name: 'writes rows before it checks expectations',
    breakIt: ({ commit }) => ({
      async commit(change) {
        await commit({ ...emptyChange(change.workspace), put: change.put });
        return commit(change);
      },
    }),
    fails: [
      'commit-all-or-nothing',
      'commit-all-or-nothing-key-taken',
      'commit-all-or-nothing-lease-lost',
      'commit-all-or-nothing-throw',
      'commit-full-change',
      'workspaces-never-see-each-other',
      'commit-conflict-harms-no-other',
      'commit-keys-conflict-within-burst',
      'expect-absent',
      'expect-stored-version',
      'expect-one-of-20-wins',
      'expect-rows-only-read',
      'claim-stops-double-delivery',
    ],
  },
  {
    name: 'uses up a seq for a refused commit',
    breakIt: ({ commit }) => ({
      async commit(change) {
        try {
          return await commit(change);
        } catch (error) {
          const [event] = change.events;
          if (event) await commit({ ...emptyChange(change.workspace), events: [event] });
          throw error;
        }
      },
    }),
    fails: [
      'commit-all-or-nothing',
      'commit-all-or-nothing-key-taken',
      'commit-all-or-nothing-lease-lost',
      'commit-all-or-nothing-throw',
      'commit-conflict-harms-no-other',
      'commit-throw-harms-no-other',
      'claim-once-in-one-change',
      'claim-stops-double-delivery',
      'refused-commit-takes-no-seq',
      'stale-token-changes-nothing',
    ],
  },
  {
    name: 'ignores lease tokens',
    breakIt: ({ commit }) => ({
      commit: (change) =>
        commit({ ...change, settle: [], cancel: [...change.cancel, ...change.settle.map(({ id }) => id)] }),
    }),
    fails: [
      'commit-all-or-nothing-lease-lost',
      'workspaces-never-see-each-other',
      'expired-lease-is-free-again',
      'settle-removes-work',
      'stale-token-changes-nothing',
      'settle-needs-a-lease',
      'settle-and-schedule-retry',
      'schedule-replaces-and-voids-lease',
      'cancel-removes-work',
      'reopen-keeps-leases',
    ],
  },
  {
    name: 'lists a conversation once per branch',
    breakIt: ({ list }) => ({
      async listConversations(workspace, query) {
        const rows = await list(workspace, 'conversation', { limit: 10_000 });
        return readByBranches(rows, query).slice(0, query.limit);
      },
    }),
    fails: [
      'list-equals-plain-filter',
      'list-filters-channel-and-contact',
      'list-filters-tag',
      'list-pages-neither-skip-nor-repeat',
      'list-shared-and-assigned-once',
      'list-follows-every-move',
    ],
  },
  {
    name: 'cuts off commits when it is closed',
    breakIt: ({ commit }) => {
      let isClosed = false;
      return {
        async commit(change) {
          await Promise.resolve();
          if (isClosed) throw new StorageError({ code: 'unavailable', detail: 'closed' });
          return commit(change);
        },
        async close() {
          isClosed = true;
        },
      };
    },
    fails: ['close-waits-for-commits'],
  },
  {
    name: 'knows no tags',
    breakIt: ({ listConversations }) => ({
      listConversations: (workspace, { tag, ...query }) => listConversations(workspace, query),
    }),
    fails: ['list-filters-tag', 'list-follows-every-move'],
  },
  {
    name: 'forgets who held what was merged',
    breakIt: ({ listConversations }) => ({
      async listConversations(workspace, query) {
        const rows = await listConversations(workspace, { ...query, limit: 10_000 });
        const { scope } = query;
        return (scope.kind === 'holder' ? rows.filter((row) => isHolder(scope, row.holder)) : rows).slice(
          0,
          query.limit,
        );
      },
    }),
    fails: [
      'list-equals-plain-filter',
      'list-filters-channel-and-contact',
      'list-filters-tag',
      'list-pages-neither-skip-nor-repeat',
      'list-follows-every-move',
    ],
  },
  {
    name: 'reads the events of the first conversation alone',
    breakIt: ({ listEvents }) => ({
      listEvents: (workspace, { conversations, ...query }) =>
        listEvents(workspace, conversations ? { ...query, conversations: conversations.slice(0, 1) } : query),
    }),
    fails: ['list-events-of-several-conversations'],
  },
];
