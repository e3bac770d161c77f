import type { ActorRef } from '../people/actor.ts';
import type { ConversationId, MessageId, NotificationId, TeammateId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import type { Because } from './because.ts';

/** What one teammate is told, and why. Only this teammate hears of it. */
export interface Notification {
  readonly id: NotificationId;
  readonly version: number;
  readonly teammate: TeammateId;
  readonly conversation: ConversationId;
  /** The message that it is about, where it is about one. */
  readonly message: MessageId | null;
  readonly because: Because;
  /** Who did what it tells. */
  readonly by: ActorRef;
  readonly at: Instant;
  readonly readAt: Instant | null;
}

/** The list of all that a teammate was told, and of what it has not read yet. */
export function notificationsList(teammate: TeammateId): string {
  return `notifications/${teammate}`;
}

export function unreadList(teammate: TeammateId): string {
  return `unread/${teammate}`;
}
