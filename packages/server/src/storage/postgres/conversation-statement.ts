import { type Branch, branchesOf, type ConversationQuery, type WorkspaceId } from '@deskkit/core';
import { storedKey } from './stored-key.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * One keyset page per branch, each out of one index, merged; then the rows of the merged page. Branches that ask for
 * the same columns share a subselect, so that the statement does not grow with the number of teams.
 */
export function selectConversations(
  workspace: WorkspaceId,
  query: ConversationQuery,
  columns: string,
): Statement | undefined {
  const branches = branchesOf(query);
  if (branches.length === 0) return undefined;
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const page: PageOf = {
    workspace: bind(workspace),
    limit: bind(query.limit),
    column: query.sort === 'waiting' ? 'waiting_order' : 'last_seq',
    order: query.sort === 'newest' ? 'DESC' : 'ASC',
    after: query.after === undefined ? undefined : bind(query.after),
    channel: query.channel === undefined ? undefined : bind(storedKey(query.channel)),
    contact: query.contact === undefined ? undefined : bind(query.contact),
  };
  const pages = [...groupByShape(branches).values()].map((alike) => selectPages(alike, page, bind));
  // Branches overlap.
  const distinct = branches.length > 1 ? 'DISTINCT' : '';
  return {
    text: `SELECT ${columns}
      FROM (SELECT ${distinct} id, place FROM (${pages.join(' UNION ALL ')}) AS found ORDER BY place ${page.order} LIMIT ${page.limit}) AS page
      JOIN deskkit_conversation c ON c.workspace = ${page.workspace} AND c.id = page.id
      ORDER BY page.place ${page.order}`,
    values,
  };
}

interface PageOf {
  readonly workspace: string;
  readonly limit: string;
  readonly column: 'last_seq' | 'waiting_order';
  readonly order: 'ASC' | 'DESC';
  readonly after: string | undefined;
  readonly channel: string | undefined;
  readonly contact: string | undefined;
}

/** Branches with the same fields free, none or a value, and as many facets. */
function groupByShape(branches: readonly Branch[]): Map<string, Branch[]> {
  const groups = new Map<string, Branch[]>();
  for (const branch of branches) {
    const fields = [branch.team, branch.teammate].map((value) => (value === null ? 'none' : typeof value));
    const shape = [...fields, branch.facets.length].join();
    groups.set(shape, [...(groups.get(shape) ?? []), branch]);
  }
  return groups;
}

/** The first of each group tells the group's shape. */
function selectPages(alike: readonly Branch[], page: PageOf, bind: (value: unknown) => string): string {
  const { team, teammate, facets = [] } = alike[0] ?? {};
  const lists = new Map<string, readonly unknown[]>([['tab', alike.map((branch) => branch.tab)]]);
  if (team)
    lists.set(
      'team',
      alike.map((branch) => branch.team),
    );
  if (teammate)
    lists.set(
      'teammate',
      alike.map((branch) => branch.teammate),
    );
  for (const at of facets.keys())
    lists.set(
      `facet${at}`,
      alike.map((branch) => storedKey(branch.facets[at] ?? '')),
    );

  // One person's conversations are fewer than those of any facet.
  const isByFacet = facets.length > 0 && page.contact === undefined;
  const id = isByFacet ? 'w.conversation' : 'w.id';
  const conditions = [
    `w.workspace = ${page.workspace}`,
    'w.tab = branch.tab',
    ...facets.map((_, at) => (isByFacet && at === 0 ? 'w.facet = branch.facet0' : hasFacet(page, id, at))),
    ...conditionOn('team', team),
    ...conditionOn('teammate', teammate),
    // Again what is the condition of the partial index, so that the index is seen to serve.
    ...(teammate ? [`w.teammate <> ''`] : []),
    ...(page.channel ? [`w.channel = ${page.channel}`] : []),
    ...(page.contact ? [`w.contact = ${page.contact}`] : []),
    ...(page.after ? [`w.${page.column} ${page.order === 'ASC' ? '>' : '<'} ${page.after}`] : []),
  ];
  return `(SELECT page.id, page.place
    FROM unnest(${[...lists.values()].map((list) => `${bind(list)}::text[]`).join(', ')}) AS branch(${[...lists.keys()].join(', ')})
    CROSS JOIN LATERAL (SELECT ${id} AS id, w.${page.column} AS place
      FROM ${isByFacet ? 'deskkit_facet' : 'deskkit_conversation'} w
      WHERE ${conditions.join(' AND ')}
      ORDER BY w.${page.column} ${page.order} LIMIT ${page.limit}) AS page)`;
}

function conditionOn(field: 'team' | 'teammate', value: string | null | undefined): string[] {
  if (value === undefined) return [];
  return [value === null ? `w.${field} = ''` : `w.${field} = branch.${field}`];
}

function hasFacet({ workspace }: PageOf, id: string, at: number): string {
  return `EXISTS (SELECT FROM deskkit_facet f
    WHERE f.workspace = ${workspace} AND f.conversation = ${id} AND f.facet = branch.facet${at})`;
}
