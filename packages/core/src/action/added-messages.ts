import type { Conversation } from '../conversation/conversation.ts';
import { type ConversationLogEvent, isConversationEvent } from '../log/log-event.ts';
import type { ConversationId, MessageId, WorkspaceId } from '../shared/id.ts';
import type { Parts } from './parts.ts';

export type MessageAdded = Extract<ConversationLogEvent, { type: 'message-added' }>;

const pageSize = 200;

/** A conversation and those that were merged into it. */
export function withOrigins({ id, mergedFrom }: Pick<Conversation, 'id' | 'mergedFrom'>): readonly ConversationId[] {
  return [id, ...mergedFrom.map((origin) => origin.conversation)];
}

/** When messages were added to a conversation, or to one that was merged into it; newest first. */
export async function* addedMessages(
  parts: Parts,
  workspace: WorkspaceId,
  conversation: Pick<Conversation, 'id' | 'mergedFrom'>,
): AsyncGenerator<MessageAdded> {
  const conversations = withOrigins(conversation);
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const query = { conversations, before, order: 'newest', limit: pageSize } as const;
    const page = await parts.storage.listEvents(workspace, query);
    for (const event of page) if (isConversationEvent(event) && event.type === 'message-added') yield event;
    const last = page.at(-1);
    if (page.length < pageSize || !last) return;
    before = last.seq;
  }
}

/** When one message was added. */
export async function findAdded(
  parts: Parts,
  workspace: WorkspaceId,
  conversation: Pick<Conversation, 'id' | 'mergedFrom'>,
  message: MessageId,
): Promise<MessageAdded | undefined> {
  for await (const event of addedMessages(parts, workspace, conversation)) if (event.message === message) return event;
  return undefined;
}
