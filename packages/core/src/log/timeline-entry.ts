import type { ConversationEvent } from '../conversation/event.ts';
import type { Delivery } from '../message/delivery.ts';
import type { Message } from '../message/message.ts';

/** One entry of a conversation's timeline: what happened, with the message and its delivery where there is one. */
export interface TimelineEntry {
  readonly event: ConversationEvent;
  readonly message: Message | null;
  readonly delivery: Delivery | null;
}
