import type { WorkspaceId } from '../../shared/id.ts';
import { hostWorkspace } from '../../workspace/host-workspace.ts';
import { expectEqual } from '../assert.ts';
import { buildWorkspace } from '../builders.ts';
import { commit, here, messageOf, messageRow, numbers, someEvents, there } from './given.ts';
import type { StorageScenario } from './storage-scenario.ts';

export const directoryScenarios = [
  {
    key: 'directory-find-across-workspaces',
    title: 'a key that was claimed everywhere leads to its row and workspace, any other to nothing',
    async run({ storage, directory }) {
      for (const workspace of [here, there]) {
        const row = buildWorkspace({ id: workspace });
        const claim = [`mail/${workspace}@example.com`, `widget/${workspace}`].map((key) => {
          return { kind: 'workspace', id: row.id, within: 'everywhere', key } as const;
        });
        await commit(storage, { workspace, put: [{ kind: 'workspace', row }], claim });
      }
      const found = await directory.find(`mail/${there}@example.com`);
      expectEqual(found, { kind: 'workspace', id: there, workspace: there }, 'holder');
      expectEqual((await directory.find(`widget/${here}`))?.workspace, here, 'holder');
      expectEqual(await directory.find('widget/wsp'), undefined, 'a key that nobody holds');
      expectEqual(await directory.find(''), undefined, 'an empty key');
    },
  },
  {
    key: 'directory-lists-workspaces',
    title:
      'workspaces come in the order of their ids, page by page, each once; reading one does not make it, and the host’s is none',
    async run({ storage, directory }) {
      expectEqual(await directory.listWorkspaces({ limit: 5 }), [], 'none yet');
      const ids = ['wsp_1', 'wsp_10', 'wsp_2', 'wsp_A', 'wsp_a', 'wsp_b'] as WorkspaceId[];
      for (const id of [...ids].reverse()) {
        await commit(storage, { workspace: id, put: [{ kind: 'workspace', row: buildWorkspace({ id }) }] });
        await commit(storage, { workspace: id, events: someEvents(2) });
      }
      await commit(storage, { workspace: hostWorkspace, put: [messageRow(messageOf('msg_1'))], events: someEvents(1) });
      await storage.position('wsp_0' as WorkspaceId);
      await storage.find('wsp_0' as WorkspaceId, 'message', ['msg_1']);
      for (const limit of [1, 2, 6, 100]) {
        const seen: WorkspaceId[] = [];
        for (const _ of numbers(ids.length + 1)) {
          const after = seen.at(-1);
          seen.push(...(await directory.listWorkspaces({ limit, ...(after && { after }) })));
        }
        expectEqual(seen, ids, `pages of ${limit}`);
      }
    },
  },
] as const satisfies readonly StorageScenario[];
