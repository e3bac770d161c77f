import type { Branch, ConversationQuery } from '@deskkit/core';

/** One walk, along one stretch of an index or two that are merged. */
export interface Strand {
  /** Those that are waited for, those that are not, or both. */
  readonly waiting: readonly (0 | 1)[];
  readonly column: 'last_seq' | 'waiting_seq';
  readonly order: 'ASC' | 'DESC';
  /** The last value of `column` that is not wanted any more. */
  readonly beyond: number;
}

export interface Condition {
  readonly column: Column;
  readonly value: string;
}

type Column =
  | 'tab'
  | 'team'
  | 'teammate'
  | 'shared_with'
  | 'holder_session'
  | 'holder_identity'
  | 'channel'
  | 'contact';

/** What a conversation of the branch, and of the query's channel and contact, has in which column. */
export function conditionsOf(branch: Branch, { channel, contact }: Pick<ConversationQuery, 'channel' | 'contact'>) {
  const values: Record<Column, string | null | undefined> = {
    tab: branch.tab,
    team: branch.team,
    teammate: branch.teammate,
    shared_with: branch.sharedWith,
    holder_session: branch.holderSession,
    holder_identity: branch.holderIdentity,
    channel,
    contact,
  };
  return (Object.keys(values) as Column[]).flatMap((column): Condition[] => {
    const value = values[column];
    return value === undefined ? [] : [{ column, value: value ?? '' }];
  });
}

/**
 * The statement that reads a strand's page: number and value of the strand's column, or data and that value. Its
 * parameters: workspace, each condition's value and `beyond`, all this for each stretch; then the limit. The index is
 * named, so that no statistics can lead to another plan.
 */
export function strandSql(strand: Strand, conditions: readonly Condition[], withData: boolean): string {
  const stretches = strand.waiting.map((waiting) => stretchSql(strand, waiting, conditions, withData));
  return `${stretches.join(' UNION ALL ')} ORDER BY place ${strand.order} LIMIT ?`;
}

function stretchSql(strand: Strand, waiting: 0 | 1, conditions: readonly Condition[], withData: boolean): string {
  const columns = conditions.map(({ column }) => column);
  const { column, order } = strand;
  const shared = columns.includes('shared_with');
  const ordered = shared ? 'conversation_share' : 'conversation';
  const number = shared ? 'conversation_share.conversation' : 'conversation.number';
  const needsRow = shared && (withData || columns.some((name) => name !== 'tab' && name !== 'shared_with'));
  const tests = [
    `${ordered}.workspace = ?`,
    ...columns.map((name) => `${name === 'tab' || name === 'shared_with' ? ordered : 'conversation'}.${name} = ?`),
    `${ordered}.waiting = ${waiting}`,
    `${ordered}.${column} ${order === 'ASC' ? '>' : '<'} ?`,
  ];
  return `
    SELECT ${withData ? 'conversation.data' : number}, ${ordered}.${column} AS place
    FROM ${ordered} INDEXED BY ${indexOf(strand, columns)}
    ${needsRow ? 'CROSS JOIN conversation ON conversation.number = conversation_share.conversation' : ''}
    WHERE ${tests.join(' AND ')}`;
}

/** What the narrowest index walks along; the rest is tested on the way. */
function indexOf({ column }: Strand, columns: readonly Column[]): string {
  const has = (name: Column) => columns.includes(name);
  const family = column === 'last_seq' ? 'list' : 'wait';
  if (has('shared_with')) return `${family}_shared`;
  // One person's conversations are few enough to be put in order of waiting when they are asked for.
  if (has('contact')) return 'list_contact';
  if (has('holder_session')) return 'list_session';
  if (has('holder_identity')) return 'list_identity';
  if (has('team')) return has('teammate') ? `${family}_both` : `${family}_team`;
  return has('teammate') ? `${family}_teammate` : `${family}_all`;
}
