import type { TeamId, WorkspaceId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { Expectation } from '../storage/change.ts';
import type { Parts } from './parts.ts';

export type TeamUnknown = { readonly code: 'team-unknown'; readonly path: 'teams' };

/** Teams that are there, each once; the commit expects them to be there still. */
export async function findTeams(
  parts: Parts,
  workspace: WorkspaceId,
  given: readonly TeamId[],
): Promise<Result<{ readonly ids: readonly TeamId[]; readonly expect: readonly Expectation[] }, TeamUnknown>> {
  const ids = [...new Set(given)];
  const rows = ids.length > 0 ? await parts.storage.find(workspace, 'team', ids) : [];
  const expect = rows.flatMap((row): Expectation[] =>
    row ? [{ kind: 'team', id: row.id, version: row.version }] : [],
  );
  return expect.length === ids.length ? ok({ ids, expect }) : refuse({ code: 'team-unknown', path: 'teams' });
}
