import type { ActorRef } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';

/** What somebody does on a conversation; said again while it lasts, and over 30 seconds after it was last said. */
export interface Presence {
  readonly conversation: ConversationId;
  readonly who: ActorRef;
  readonly doing: 'viewing' | 'typing-reply' | 'typing-note' | 'left';
}
