import type { ActorRef } from '../people/actor.ts';
import type { MessageId, TeammateId } from '../shared/id.ts';
import type { Conversation } from './conversation.ts';
import type { ConversationFact } from './event.ts';
import { type Mentioned, maxSharesAtOnce } from './facts.ts';

/** What a note's mentions say, and whom they share the conversation with: never its author, nobody twice. */
export function mention(
  conversation: Conversation,
  { message, by }: { readonly message: MessageId; readonly by: ActorRef },
  mentioned: readonly Mentioned[],
): readonly ConversationFact[] {
  const happens: ConversationFact[] = [];
  const sharedNow = new Set<TeammateId>();
  const isAuthor = (teammate: TeammateId) => by.kind === 'teammate' && by.id === teammate;
  for (const one of mentioned) {
    if ('teammate' in one && isAuthor(one.teammate)) continue;
    happens.push(
      'team' in one
        ? { type: 'mentioned', message, team: one.team }
        : { type: 'mentioned', message, teammate: one.teammate },
    );
    for (const teammate of sharersOf(one)) {
      if (!isAuthor(teammate) && !isSharedWith(conversation, teammate)) sharedNow.add(teammate);
    }
  }
  for (const teammate of sharedNow) happens.push({ type: 'shared', teammate, because: 'mentioned' });
  return happens;
}

/** With a team that is too large for one commit, a job shares. */
function sharersOf(one: Mentioned): readonly TeammateId[] {
  if ('teammate' in one) return [one.teammate];
  return one.members.length > maxSharesAtOnce ? [] : one.members;
}

export function isSharedWith({ sharedWith }: Conversation, teammate: TeammateId): boolean {
  return sharedWith.some((share) => share.teammate === teammate);
}
