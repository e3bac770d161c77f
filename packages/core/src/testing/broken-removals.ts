import { emptyChange } from '../storage/change.ts';
import type { BrokenStorage } from './broken-storages.ts';

/** Memory storage that removes workspaces wrongly, and the scenarios that find it out. */
export const brokenRemovals: readonly BrokenStorage[] = [
  {
    name: 'removes no workspace',
    breakIt: () => ({ remove: async () => {} }),
    fails: ['remove-takes-everything', 'remove-many-rows', 'remove-and-begin-anew', 'remove-nothing'],
  },
  {
    name: 'removes every workspace that begins alike',
    breakIt: ({ remove }) => ({
      async remove(workspace) {
        await remove(workspace);
        await remove(`${workspace}1` as typeof workspace);
      },
    }),
    fails: ['remove-takes-everything', 'remove-many-rows'],
  },
  {
    name: 'removes a workspace bit by bit under the eyes of its readers',
    breakIt: ({ commit, list, remove }) => ({
      async remove(workspace) {
        const some = await list(workspace, 'message', { limit: 500 });
        await commit({ ...emptyChange(workspace), remove: some.map(({ id }) => ({ kind: 'message', id })) });
        for (let turn = 0; turn < 10; turn++) await Promise.resolve();
        await remove(workspace);
      },
    }),
    fails: ['remove-many-rows'],
  },
  {
    name: 'cannot remove what is not there',
    breakIt: ({ remove, position }) => ({
      async remove(workspace) {
        if ((await position(workspace)) === 0) throw new Error('no such workspace');
        await remove(workspace);
      },
    }),
    fails: ['remove-nothing'],
  },
];
