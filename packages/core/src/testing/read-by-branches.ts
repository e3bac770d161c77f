import { tabOf } from '../conversation/cells.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { type Branch, branchesOf, type ConversationQuery, sortKey } from '../storage/conversation-query.ts';
import { facetsOf } from '../storage/facet.ts';

/** One page of each branch of the query, put together as the pages of a database's indexes would be. */
export function readByBranches(rows: readonly Conversation[], query: ConversationQuery): readonly Conversation[] {
  const { channel, contact, sort, after, limit } = query;
  const sign = sort === 'newest' ? -1 : 1;
  const inOrder = [...rows].sort((one, other) => (sortKey(one, sort) - sortKey(other, sort)) * sign);
  const pages = branchesOf(query).map((branch) =>
    inOrder
      .filter((row) => isInBranch(row, branch))
      .filter((row) => (channel === undefined || row.channel === channel) && (!contact || row.contact === contact))
      .filter((row) => after === undefined || (sortKey(row, sort) - after) * sign > 0)
      .slice(0, limit),
  );
  return pages.flat().sort((one, other) => (sortKey(one, sort) - sortKey(other, sort)) * sign);
}

function isInBranch(row: Conversation, { tab, team, teammate, facets }: Branch): boolean {
  const own = facetsOf(row);
  return (
    tabOf(row) === tab &&
    (team === undefined || row.assignee.team === team) &&
    (teammate === undefined || row.assignee.teammate === teammate) &&
    facets.every((facet) => own.includes(facet))
  );
}
