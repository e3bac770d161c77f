import { can } from '../access/can.ts';
import { holderKnows } from '../access/scope.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Attachment } from '../message/message.ts';
import type { Actor, VisitorActor } from '../people/actor.ts';
import type { AttachmentId, ConversationId, MessageId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { AttachmentRow } from '../storage/row.ts';
import { addedMessages } from './added-messages.ts';
import type { NotFound } from './gate.ts';
import type { Parts } from './parts.ts';

/** A file of a message that the actor can read. */
export async function findAttachment(
  parts: Parts,
  actor: Actor,
  id: AttachmentId,
): Promise<Result<Attachment, NotFound>> {
  const [row] = await parts.storage.find(actor.workspace, 'attachment', [id]);
  if (!row?.conversation || !(await isReadable(parts, actor, row, row.conversation)))
    return refuse({ code: 'not-found' });
  return ok({ id: row.id, name: row.name, type: row.type, size: row.size });
}

/** Who reads a conversation reads the files of those that were merged into it, as far as it knows their messages. */
async function isReadable(parts: Parts, actor: Actor, row: AttachmentRow, origin: ConversationId): Promise<boolean> {
  if (row.internal && actor.kind === 'visitor') return false;
  for (let id: ConversationId | null = origin; id; ) {
    const [conversation]: readonly (Conversation | undefined)[] = await parts.storage.find(
      actor.workspace,
      'conversation',
      [id],
    );
    if (!conversation) return false;
    id = conversation.mergedInto;
    if (!can(actor, 'read', conversation)) continue;
    if (actor.kind !== 'visitor') return true;
    if (!id) return conversation.mergedFrom.length === 0 || knowsFile(parts, actor, conversation, row.id);
  }
  return false;
}

const atOnce = 100;

/** Whether one of the messages that a holder may know of has the file. */
async function knowsFile(
  parts: Parts,
  actor: VisitorActor,
  conversation: Conversation,
  file: AttachmentId,
): Promise<boolean> {
  const known: MessageId[] = [];
  for await (const event of addedMessages(parts, actor.workspace, conversation)) {
    if (event.kind !== 'note' && holderKnows(actor, conversation, event)) known.push(event.message);
    if (known.length === atOnce && (await haveFile(parts, actor, known.splice(0), file))) return true;
  }
  return haveFile(parts, actor, known, file);
}

async function haveFile(parts: Parts, actor: Actor, ids: readonly MessageId[], file: AttachmentId): Promise<boolean> {
  const messages = await parts.storage.find(actor.workspace, 'message', ids);
  return messages.some((message) => message?.attachments.some(({ id }) => id === file));
}
