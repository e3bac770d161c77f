import type { Conversation } from '../conversation/conversation.ts';
import { refOf, type VisitorActor } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';
import { type Result, refuse } from '../shared/result.ts';
import { type AlterationRefusal, changeConversation } from './change-conversation.ts';
import { followMerges } from './follow-merges.ts';
import type { Parts } from './parts.ts';

/** What the contact thought of a conversation that is closed, from 1 to 5; it may think again. */
export async function rate(
  parts: Parts,
  actor: VisitorActor,
  { score, ...on }: { readonly conversation: ConversationId; readonly score: number },
): Promise<Result<Conversation, AlterationRefusal | { readonly code: 'malformed'; readonly path: 'score' }>> {
  if (!Number.isInteger(score) || score < 1 || score > 5) return refuse({ code: 'malformed', path: 'score' });
  const conversation = await followMerges(parts, actor, on.conversation);
  const command = { type: 'rate', by: refOf(actor), score } as const;
  return changeConversation(parts, actor, { conversation, action: 'answer', command });
}
