import type { Branch, ConversationQuery } from '@deskkit/core';
import { storedKey } from './stored-key.ts';

/** One walk, along one stretch of an index or two that are merged. */
export interface Strand {
  /** Those that are waited for, those that are not, or both. */
  readonly waiting: readonly (0 | 1)[];
  readonly column: 'last_seq' | 'waiting_seq';
  readonly order: 'ASC' | 'DESC';
  /** The last value of `column` that is not wanted any more. */
  readonly beyond: number;
}

/** What is asked of every conversation that is walked past. */
export interface Conditions {
  /** How many facets it has. */
  readonly facets: number;
  readonly columns: readonly Column[];
  /** Of the facets, then of the columns. */
  readonly values: readonly string[];
}

const columns = ['tab', 'team', 'teammate', 'channel', 'contact'] as const;

type Column = (typeof columns)[number];

/** What a conversation of the branch, and of the query's channel and contact, has. */
export function conditionsOf(
  branch: Branch,
  { channel, contact }: Pick<ConversationQuery, 'channel' | 'contact'>,
): Conditions {
  const { tab, team, teammate, facets } = branch;
  const values: Record<Column, string | null | undefined> = { tab, team, teammate, channel, contact };
  const asked = columns.filter((column) => values[column] !== undefined);
  return {
    facets: facets.length,
    columns: asked,
    values: [...facets.map(storedKey), ...asked.map((column) => values[column] ?? '')],
  };
}

/**
 * The statement that reads a strand's page: number and value of the strand's column, or data and that value. Its
 * parameters: workspace, the conditions' values and `beyond`, all this for each stretch; then the limit. The index is
 * named, so that no statistics can lead to another plan.
 */
export function strandSql(strand: Strand, conditions: Conditions, withData: boolean): string {
  const stretches = strand.waiting.map((waiting) => stretchSql(strand, waiting, conditions, withData));
  return `${stretches.join(' UNION ALL ')} ORDER BY place ${strand.order} LIMIT ?`;
}

function stretchSql(strand: Strand, waiting: 0 | 1, conditions: Conditions, withData: boolean): string {
  const { column, order } = strand;
  const index = indexOf(strand, conditions);
  const isByFacet = index.endsWith('_facet');
  const walked = isByFacet ? 'conversation_facet' : 'conversation';
  const number = isByFacet ? 'conversation_facet.conversation' : 'conversation.number';
  const another = `EXISTS (SELECT 1 FROM conversation_facet another WHERE another.conversation = ${number} AND another.facet = ?)`;
  const tests = [
    `${walked}.workspace = ?`,
    ...Array.from({ length: conditions.facets }, (_, at) => (isByFacet && at === 0 ? `${walked}.facet = ?` : another)),
    ...conditions.columns.map((name) => `${walked}.${name} = ?`),
    `${walked}.waiting = ${waiting}`,
    `${walked}.${column} ${order === 'ASC' ? '>' : '<'} ?`,
  ];
  return `
    SELECT ${withData ? 'conversation.data' : number}, ${walked}.${column} AS place
    FROM ${walked} INDEXED BY ${index}
    ${isByFacet && withData ? 'CROSS JOIN conversation ON conversation.number = conversation_facet.conversation' : ''}
    WHERE ${tests.join(' AND ')}`;
}

/** What the narrowest index walks along; the rest is tested on the way. */
function indexOf({ column }: Strand, { columns, facets }: Conditions): string {
  const has = (name: Column) => columns.includes(name);
  const family = column === 'last_seq' ? 'list' : 'wait';
  // One person's conversations are few enough to be put in order of waiting when they are asked for.
  if (has('contact')) return 'list_contact';
  if (facets > 0) return `${family}_facet`;
  if (has('team')) return has('teammate') ? `${family}_both` : `${family}_team`;
  return has('teammate') ? `${family}_teammate` : `${family}_all`;
}
