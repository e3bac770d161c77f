import { type Outbound, SendError } from '../channel/channel.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Delivery } from '../message/delivery.ts';
import type { Message } from '../message/message.ts';
import type { MessageId, WorkspaceId } from '../shared/id.ts';
import { addedMessages } from './added-messages.ts';
import { followMerges } from './follow-merges.ts';
import type { Parts } from './parts.ts';

/** A delivery with all that its channel needs. Rejects with `SendError` where something of it is gone. */
export async function loadOutbound(parts: Parts, id: WorkspaceId, delivery: Delivery): Promise<Outbound> {
  const { storage } = parts;
  const [workspace] = await storage.find(id, 'workspace', [id]);
  const [conversation] = await storage.find(id, 'conversation', [delivery.conversation]);
  const [message] = await storage.find(id, 'message', [delivery.message]);
  // The contact of a conversation that was merged may have become one with another since.
  const now = await followMerges(parts, { kind: 'system', workspace: id }, delivery.conversation);
  const [standing] = await storage.find(id, 'conversation', [now]);
  const [contact] = standing ? await storage.find(id, 'contact', [standing.contact]) : [];
  if (!workspace || !conversation || !message || !contact) {
    throw new SendError('gone', false, 'The conversation, its contact or the message is no longer there');
  }
  const { author } = message;
  const [teammate] = author.kind === 'teammate' ? await storage.find(id, 'teammate', [author.id]) : [];
  const earlier = await loadEarlier(parts, id, conversation, message.id);
  return { workspace, conversation, message, contact, authorName: teammate?.name ?? workspace.name, earlier };
}

const maxEarlier = 20;

/** What the contact wrote or got before this message, newest first; what was taken back it never got. */
async function loadEarlier(
  parts: Parts,
  workspace: WorkspaceId,
  conversation: Conversation,
  message: MessageId,
): Promise<readonly Message[]> {
  const ids: MessageId[] = [];
  let isBefore = false;
  for await (const event of addedMessages(parts, workspace, conversation)) {
    if (isBefore && event.kind !== 'note') ids.push(event.message);
    isBefore ||= event.message === message;
    if (ids.length === maxEarlier) break;
  }
  const rows = await parts.storage.find(workspace, 'message', ids);
  return rows.filter((row) => row !== undefined).filter(({ gone }) => !gone);
}
