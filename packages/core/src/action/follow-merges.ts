import { can } from '../access/can.ts';
import type { Actor } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';
import type { Parts } from './parts.ts';

/** Where a conversation went that was merged, and went on from there; itself where the actor cannot see that far. */
export async function followMerges(parts: Parts, actor: Actor, first: ConversationId): Promise<ConversationId> {
  for (let id = first; ; ) {
    const [conversation] = await parts.storage.find(actor.workspace, 'conversation', [id]);
    if (!conversation?.mergedInto || !can(actor, 'read', conversation)) return id;
    id = conversation.mergedInto;
  }
}
