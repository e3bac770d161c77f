import { type Hit, holderFacets, type Scope, type SearchQuery, sharedFacet, type WorkspaceId } from '@deskkit/core';
import type { Database } from './database.ts';
import { patternOf } from './lexeme.ts';
import { storedKey } from './stored-key.ts';

export async function search(
  database: Database,
  workspace: WorkspaceId,
  { scope, terms, before = Number.MAX_SAFE_INTEGER, limit }: SearchQuery,
): Promise<readonly Hit[]> {
  if (scope.kind === 'nothing' || terms.length === 0) return [];
  return database.query<Hit & object>('SELECT * FROM deskkit_search($1, $2, $3, $4, $5, $6, $7)', [
    ...[workspace, patternOf(workspace, terms), before, limit],
    ...visibleTo(scope),
  ]);
}

/** Assignee, teams and facets as `deskkit_search` takes them. */
function visibleTo(scope: Exclude<Scope, { kind: 'nothing' }>): readonly [unknown, unknown, unknown] {
  switch (scope.kind) {
    case 'everything':
      return [null, null, null];
    case 'member': {
      const teams = [...scope.teams, ...(scope.noTeam ? [''] : [])];
      return [scope.assignee, teams, [storedKey(sharedFacet(scope.sharedWith))]];
    }
    case 'holder':
      return [null, [], holderFacets(scope.session, scope.identity).map(storedKey)];
  }
}
