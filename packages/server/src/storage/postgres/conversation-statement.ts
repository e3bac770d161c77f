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
    filters: [
      ...(query.channel === undefined ? [] : [`c.channel = ${bind(storedKey(query.channel))}`]),
      ...(query.contact === undefined ? [] : [`c.contact = ${bind(query.contact)}`]),
    ],
  };
  const pages = [...groupByShape(branches).values()].map((alike) => selectPages(alike, page, bind));
  return {
    text: `SELECT ${columns}
      FROM (SELECT id, place FROM (${pages.join(' UNION ')}) AS found ORDER BY place ${page.order} LIMIT ${page.limit}) AS page
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
  readonly filters: readonly string[];
}

const columnOf = {
  tab: 'tab',
  team: 'c.team',
  teammate: 'c.teammate',
  sharedWith: 's.teammate',
  holderSession: 'c.holder_session',
  holderIdentity: 'c.holder_identity',
} satisfies Record<keyof Branch, string>;

type Field = keyof Branch;
const fields = Object.keys(columnOf) as Field[];

function groupByShape(branches: readonly Branch[]): Map<string, Branch[]> {
  const groups = new Map<string, Branch[]>();
  for (const branch of branches) {
    const shape = fields.map((field) => (branch[field] === null ? 'none' : typeof branch[field])).join();
    groups.set(shape, [...(groups.get(shape) ?? []), branch]);
  }
  return groups;
}

/** The first of each group tells the group's shape: which fields are free, none or a value. */
function selectPages(alike: readonly Branch[], page: PageOf, bind: (value: unknown) => string): string {
  const asked = fields.filter((field) => alike[0]?.[field] !== undefined);
  const valued = asked.filter((field) => alike[0]?.[field] !== null);
  const lists = valued.map((field) => `${bind(alike.map((branch) => textOf(field, branch)))}::text[]`);
  const shared = asked.includes('sharedWith');
  const from = shared
    ? 'deskkit_share s JOIN deskkit_conversation c ON c.workspace = s.workspace AND c.id = s.conversation'
    : 'deskkit_conversation c';
  const table = shared ? 's' : 'c';
  const conditions = [
    `${table}.workspace = ${page.workspace}`,
    ...asked.map((field) => conditionOf(field, table, valued.includes(field))),
    ...(page.after ? [`${table}.${page.column} ${page.order === 'ASC' ? '>' : '<'} ${page.after}`] : []),
    ...page.filters,
  ];
  return `(SELECT page.id, page.place
    FROM unnest(${lists.join(', ')}) AS branch(${valued.map((field) => `"${field}"`).join(', ')})
    CROSS JOIN LATERAL (SELECT c.id, ${table}.${page.column} AS place FROM ${from}
      WHERE ${conditions.join(' AND ')}
      ORDER BY ${table}.${page.column} ${page.order} LIMIT ${page.limit}) AS page)`;
}

function textOf(field: Field, branch: Branch): string {
  const value = branch[field] ?? '';
  return field === 'holderIdentity' ? storedKey(value) : value;
}

/** `<> ''` again where it is a partial index's condition, so that the index is seen to serve. */
function conditionOf(field: Field, table: string, hasValue: boolean): string {
  if (field === 'tab') return `${table}.tab = branch.tab`;
  if (!hasValue) return `${columnOf[field]} = ''`;
  const equal = `${columnOf[field]} = branch."${field}"`;
  return field === 'teammate' ? `${equal} AND ${columnOf[field]} <> ''` : equal;
}
