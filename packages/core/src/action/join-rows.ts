import { type ConversationLogEvent, isConversationEvent, type LogEvent } from '../log/log-event.ts';
import type { TimelineEntry } from '../log/timeline-entry.ts';
import { deliveryIdOf } from '../message/delivery.ts';
import type { MessageId, WorkspaceId } from '../shared/id.ts';
import type { Parts } from './parts.ts';

/** Puts the rows beside events of conversations: events alone carry no words. */
export async function joinRows(
  parts: Parts,
  workspace: WorkspaceId,
  events: readonly LogEvent[],
): Promise<readonly TimelineEntry[]> {
  const own = events.filter(isConversationEvent);
  const named = own.map(messageOf);
  const ids = [...new Set(named.filter((id) => id !== undefined))];
  const messages = new Map((await parts.storage.find(workspace, 'message', ids)).map((row) => [row?.id, row]));
  const deliveries = await parts.storage.find(workspace, 'delivery', ids.map(deliveryIdOf));
  const delivered = new Map(deliveries.map((row) => [row?.message, row]));
  return own.map(({ audience, ...event }, index) => ({
    event,
    message: messages.get(named[index]) ?? null,
    delivery: delivered.get(named[index]) ?? null,
  }));
}

function messageOf(event: ConversationLogEvent): MessageId | undefined {
  switch (event.type) {
    case 'message-added':
    case 'message-edited':
    case 'message-deleted':
    case 'reply-retracted':
    case 'delivery-changed':
      return event.message;
    default:
      return undefined;
  }
}
