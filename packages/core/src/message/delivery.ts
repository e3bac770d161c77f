import type { DeliveryState } from '../conversation/event.ts';
import type { ConversationId, DeliveryId, MessageId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';

/** One outbound message on its way. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly version: number;
  readonly conversation: ConversationId;
  readonly message: MessageId;
  readonly channel: string;
  /** `sending`: somebody is at it, so it cannot be taken back. */
  readonly state: DeliveryState | 'sending' | 'cancelled';
  /** A stable code; absent while all is well. */
  readonly reason: string | null;
  /** What the far server said, in its own words. */
  readonly detail: string | null;
  readonly attempts: number;
  readonly createdAt: Instant;
  /** Not sent before; until then a reply can be taken back on a channel that lets it. */
  readonly notBefore: Instant;
}

/** A message has one delivery, and the two ids differ in their prefix only. */
export function deliveryIdOf(message: MessageId): DeliveryId {
  return `dlv_${message.slice('msg_'.length)}` as DeliveryId;
}
