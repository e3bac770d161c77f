import type { LogEventType } from '../log/log-event.ts';

/** What is for the readers of a stream alone: a teammate's own things, and the end of a stream. */
type NotSent = 'read-changed' | 'draft-changed' | 'notified' | 'notifications-changed' | 'access-changed';

export type WebhookEventType = Exclude<LogEventType, NotSent>;

const sent = {
  'conversation-started': true,
  'message-added': true,
  'message-edited': true,
  'message-deleted': true,
  'reply-retracted': true,
  'conversation-closed': true,
  'conversation-opened': true,
  'conversation-snoozed': true,
  'assignee-changed': true,
  mentioned: true,
  shared: true,
  unshared: true,
  'spam-changed': true,
  'conversation-rated': true,
  'details-changed': true,
  'conversation-merged': true,
  'contact-read': true,
  'delivery-changed': true,
  'contact-added': true,
  'contact-changed': true,
  'contact-merged': true,
  'contact-forgotten': true,
  'teammate-added': true,
  'teammate-changed': true,
  'teammate-deactivated': true,
  'team-added': true,
  'team-changed': true,
  'team-deleted': true,
  'settings-changed': true,
} as const satisfies Record<WebhookEventType, true>;

/** Every event that a webhook can be told of. */
export const webhookEventTypes = Object.keys(sent) as readonly WebhookEventType[];
