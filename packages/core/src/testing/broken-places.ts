import { emptyChange, type ListPlace } from '../storage/change.ts';
import type { BrokenStorage } from './broken-storages.ts';

/** Memory storage whose lists are broken, and the scenarios that find it out. */
export const brokenPlaces: readonly BrokenStorage[] = [
  {
    name: 'gives up no place',
    breakIt: ({ commit }) => ({ commit: (change) => commit({ ...change, delist: [] }) }),
    fails: ['commit-full-change', 'places-are-their-lists-own', 'places-given-up'],
  },
  {
    name: 'stores the stand-ins of places',
    breakIt: ({ commit }) => ({
      commit: (change) =>
        commit({ ...change, enlist: change.enlist.map((place) => ({ ...place, seq: Math.abs(place.seq) })) }),
    }),
    fails: ['commit-full-change', 'places-pending-seqs'],
  },
  {
    name: 'reads every page of a list from its beginning',
    breakIt: ({ readList }) => ({ readList: (workspace, list, { limit }) => readList(workspace, list, { limit }) }),
    fails: ['places-page-by-page', 'places-pending-seqs'],
  },
  {
    name: 'reads lists from their end',
    breakIt: ({ readList }) => ({
      readList: async (workspace, list, page) => (await readList(workspace, list, page)).toReversed(),
    }),
    fails: [
      'places-newest-first',
      'places-page-by-page',
      'places-are-their-lists-own',
      'places-taken-once',
      'places-given-up',
      'places-pending-seqs',
    ],
  },
  {
    name: 'takes lists that begin alike for one',
    breakIt: ({ commit, readList }) => ({
      commit: (change) =>
        commit({ ...change, enlist: change.enlist.map((place) => ({ ...place, list: place.list.slice(0, 12) })) }),
      readList: (workspace, list, page) => readList(workspace, list.slice(0, 12), page),
    }),
    fails: ['places-are-their-lists-own'],
  },
  {
    name: 'takes places before it checks expectations',
    breakIt: ({ commit }) => ({
      async commit(change) {
        const { workspace, delist, enlist } = change;
        if (change.expect.length > 0) await commit({ ...emptyChange(workspace), delist, enlist });
        return commit(change);
      },
    }),
    fails: [
      'commit-all-or-nothing',
      'commit-all-or-nothing-key-taken',
      'commit-all-or-nothing-lease-lost',
      'commit-all-or-nothing-throw',
      'places-of-refused-commit',
    ],
  },
  {
    name: 'lets a row stand in a list twice',
    breakIt: ({ readList }) => {
      const seen = new Map<string, ListPlace>();
      return {
        async readList(workspace, list, page) {
          const places = await readList(workspace, list, page);
          for (const place of places) seen.set(JSON.stringify([workspace, place]), place);
          const all = [...seen.values()].filter((place) =>
            places.some(({ id, kind }) => id === place.id && kind === place.kind),
          );
          return all.sort((one, other) => other.seq - one.seq);
        },
      };
    },
    fails: ['places-are-their-lists-own', 'places-taken-once', 'places-given-up'],
  },
];
