import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationFact } from '../conversation/event.ts';

/**
 * Whether what happened is a reason to look for somebody: it began, came to a team, or the contact wrote to nobody.
 * Who took the person off it by hand wants nobody.
 */
export function wantsAssignee(conversation: Conversation, facts: readonly ConversationFact[]): boolean {
  const { state, spam, mergedInto, assignee } = conversation;
  if (state.status !== 'open' || spam || mergedInto || assignee.teammate) return false;
  return facts.some((fact) => {
    if (fact.type === 'message-added') return fact.kind === 'inbound' && !fact.automatic;
    return fact.type === 'assignee-changed' && fact.to.team !== null && fact.to.team !== fact.from.team;
  });
}
