import { describe, expect, it } from 'vitest';
import { openMemoryStoreUnderTest } from '../testing/memory-store-under-test.ts';
import { readByBranches } from '../testing/read-by-branches.ts';
import { runScenario, storageScenarios } from '../testing/storage-conformance.ts';
import { branchesOf, type ConversationQuery } from './conversation-query.ts';
import type { Storage } from './storage.ts';

function readingByBranches(storage: Storage): Storage {
  return {
    ...storage,
    async listConversations(workspace, query) {
      const found = readByBranches(await storage.list(workspace, 'conversation', { limit: 10_000 }), query);
      return [...new Map(found.map((row) => [row.id, row])).values()].slice(0, query.limit);
    },
  };
}

const open = () =>
  openMemoryStoreUnderTest(({ storage, directory }) => ({ storage: readingByBranches(storage), directory }));

describe('branchesOf', () => {
  const lists = storageScenarios.filter(({ key }) => key.startsWith('list-') && !key.startsWith('list-events'));

  it.each(lists)('serves a storage that reads one page per branch: $key', async (scenario) => {
    await expect(runScenario(scenario, { open })).resolves.toBeUndefined();
  });

  const query: ConversationQuery = {
    scope: { kind: 'everything' },
    folder: { kind: 'all' },
    me: null,
    sort: 'newest',
    limit: 50,
  };

  it('gives one branch per tab for a reader of everything, and none for tabs that the folder does not have', () => {
    expect(branchesOf(query)).toEqual([
      { tab: 'open', facets: [] },
      { tab: 'snoozed', facets: [] },
      { tab: 'closed', facets: [] },
    ]);
    expect(branchesOf({ ...query, tab: 'spam' })).toEqual([]);
    expect(branchesOf({ ...query, folder: { kind: 'spam' }, tab: 'open' })).toEqual([]);
    expect(branchesOf({ ...query, folder: { kind: 'spam' } })).toEqual([{ tab: 'spam', facets: [] }]);
  });

  it('leaves out what folder and scope cannot both hold', () => {
    const scope = { kind: 'member', noTeam: true, teams: ['tem_1'], assignee: 'tmt_1', sharedWith: 'tmt_1' } as never;
    const folder = { kind: 'team', team: 'tem_2' } as never;
    expect(branchesOf({ ...query, scope, folder, tab: 'open' })).toEqual([
      { tab: 'open', team: 'tem_2', teammate: 'tmt_1', facets: [] },
      { tab: 'open', team: 'tem_2', facets: ['shared/tmt_1'] },
    ]);
  });

  it('asks for the shares of the folder and those of the scope, and for the tag', () => {
    const scope = { kind: 'member', noTeam: false, teams: [], assignee: 'tmt_1', sharedWith: 'tmt_2' } as never;
    const asked = { ...query, scope, folder: { kind: 'shared' }, me: 'tmt_1', tag: 'tag_1', tab: 'open' } as never;
    expect(branchesOf(asked)).toEqual([
      { tab: 'open', teammate: 'tmt_1', facets: ['shared/tmt_1', 'tag/tag_1'] },
      { tab: 'open', facets: ['shared/tmt_1', 'shared/tmt_2', 'tag/tag_1'] },
    ]);
  });
});
