import { tabOf } from '../conversation/cells.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { type Branch, branchesOf, type ConversationQuery, sortKey } from '../storage/conversation-query.ts';

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

function isInBranch(row: Conversation, branch: Branch): boolean {
  const { tab, team, teammate, sharedWith, holderSession, holderIdentity } = branch;
  return (
    tabOf(row) === tab &&
    (team === undefined || row.assignee.team === team) &&
    (teammate === undefined || row.assignee.teammate === teammate) &&
    (sharedWith === undefined || row.sharedWith.some((share) => share.teammate === sharedWith)) &&
    (holderSession === undefined || row.holder?.session === holderSession) &&
    (holderIdentity === undefined || row.holder?.identity === holderIdentity)
  );
}
