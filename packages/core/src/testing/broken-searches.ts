import { emptyChange, type IndexedMessage } from '../storage/change.ts';
import type { BrokenStorage } from './broken-storages.ts';

/** Memory storage whose search is broken, and the scenarios that find it out. */
export const brokenSearches: readonly BrokenStorage[] = [
  {
    name: 'searches for everybody',
    breakIt: ({ search }) => ({
      search: (workspace, query) => search(workspace, { ...query, scope: { kind: 'everything' } }),
    }),
    fails: ['search-within-scope', 'search-few-of-many', 'search-follows-every-move', 'reindex-moves'],
  },
  {
    name: 'finds beginnings of words only where they are words',
    breakIt: ({ search }) => ({
      search: (workspace, query) =>
        search(workspace, { ...query, terms: query.terms.map(({ word }) => ({ word, prefix: false })) }),
    }),
    fails: [
      'search-by-beginnings',
      'search-compares-words-exactly',
      'search-within-scope',
      'search-few-of-many',
      'index-replaces',
      'unindex-removes',
    ],
  },
  {
    name: 'takes every term for a beginning',
    breakIt: ({ search }) => ({
      search: (workspace, query) =>
        search(workspace, { ...query, terms: query.terms.map(({ word }) => ({ word, prefix: true })) }),
    }),
    fails: ['search-finds-all-terms', 'search-by-beginnings', 'search-compares-words-exactly', 'index-long-messages'],
  },
  {
    name: 'searches for the first term alone',
    breakIt: ({ search }) => ({
      search: (workspace, query) => search(workspace, { ...query, terms: query.terms.slice(0, 1) }),
    }),
    fails: [
      'search-finds-all-terms',
      'search-by-beginnings',
      'search-compares-words-exactly',
      'search-within-scope',
      'search-few-of-many',
      'index-replaces',
    ],
  },
  {
    name: 'parts words once more',
    breakIt: ({ commit }) => ({
      commit: (change) =>
        commit({
          ...change,
          index: change.index.map((message) => ({
            ...message,
            words: message.words.flatMap((word) => word.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
          })),
        }),
    }),
    fails: ['search-compares-words-exactly', 'index-long-messages'],
  },
  {
    name: 'indexes a thousand words of a message',
    breakIt: ({ commit }) => ({
      commit: (change) =>
        commit({ ...change, index: change.index.map((one) => ({ ...one, words: one.words.slice(0, 1_000) })) }),
    }),
    fails: ['index-long-messages'],
  },
  {
    name: 'gives the oldest hits first',
    breakIt: ({ search }) => ({
      search: async (workspace, query) => (await search(workspace, query)).toReversed(),
    }),
    fails: [
      'search-finds-all-terms',
      'search-gives-hits-whole',
      'search-by-beginnings',
      'search-compares-words-exactly',
      'search-page-by-page',
      'search-within-scope',
      'search-few-of-many',
      'search-pending-seqs',
      'search-of-two-workspaces',
      'reindex-moves',
      'index-long-messages',
    ],
  },
  {
    name: 'gives the first page again and again',
    breakIt: ({ search }) => ({
      search: (workspace, { before, ...query }) => search(workspace, query),
    }),
    fails: ['search-page-by-page', 'search-few-of-many', 'search-pending-seqs'],
  },
  {
    name: 'stores the stand-ins of indexed messages',
    breakIt: ({ commit }) => ({
      commit: (change) => commit({ ...change, index: change.index.map((one) => ({ ...one, seq: Math.abs(one.seq) })) }),
    }),
    fails: ['commit-full-change', 'search-pending-seqs'],
  },
  {
    name: 'keeps the old words of a message',
    breakIt: ({ commit }) => {
      const old = new Map<string, IndexedMessage>();
      return {
        commit(change) {
          const index = change.index.map((message) => {
            const words = [...(old.get(change.workspace + message.message)?.words ?? []), ...message.words];
            const both = { ...message, words };
            old.set(change.workspace + message.message, both);
            return both;
          });
          return commit({ ...change, index });
        },
      };
    },
    fails: ['commit-full-change', 'search-of-two-workspaces', 'index-replaces', 'unindex-removes', 'reindex-moves'],
  },
  {
    name: 'takes no message out',
    breakIt: ({ commit }) => ({ commit: (change) => commit({ ...change, unindex: [] }) }),
    fails: ['commit-full-change', 'unindex-removes', 'reindex-moves'],
  },
  {
    name: 'leaves words where they were written',
    breakIt: ({ commit }) => ({ commit: (change) => commit({ ...change, reindex: [] }) }),
    fails: ['commit-full-change', 'search-of-two-workspaces', 'reindex-moves'],
  },
  {
    name: 'indexes before it checks expectations',
    breakIt: ({ commit }) => ({
      async commit(change) {
        const { workspace, index } = change;
        if (change.expect.length > 0) await commit({ ...emptyChange(workspace), index });
        return commit(change);
      },
    }),
    fails: [
      'commit-all-or-nothing',
      'commit-all-or-nothing-key-taken',
      'commit-all-or-nothing-lease-lost',
      'commit-all-or-nothing-throw',
      'index-of-refused-commit',
    ],
  },
  {
    name: 'searches in all workspaces that begin alike',
    breakIt: ({ search }) => ({
      async search(workspace, query) {
        return [...(await search(`${workspace}1` as typeof workspace, query)), ...(await search(workspace, query))];
      },
    }),
    fails: ['search-of-two-workspaces', 'remove-takes-everything', 'remove-many-rows'],
  },
];
