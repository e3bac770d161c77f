import { type ConversationId, isId, type MessageId, type Workspace, type WorkspaceId } from '@deskkit/core';
import { packedLength, packId, unpackUuid } from './packed-id.ts';
import { type Signer, signatureLength } from './signer.ts';

type Sender = Pick<Workspace, 'id' | 'mailDomain'>;

const packed = `([a-z2-7]{${packedLength}})`;
const form = new RegExp(`^<c\\.${packed}(?:\\.${packed})?\\.([a-z2-7]{${signatureLength}})@`);

/** The Message-ID of one of our messages (RFC 5322 §3.6.4): always the same for the same message. */
export function messageIdOf(
  signer: Signer,
  workspace: Sender,
  conversation: ConversationId,
  message: MessageId,
): string {
  const signature = signer.sign('message-id', workspace.id, conversation, message);
  return `<c.${packId(conversation)}.${packId(message)}.${signature}@${workspace.mailDomain}>`;
}

/** An id that stands in the References of all our mail of a conversation: it survives where Message-IDs are replaced. */
export function threadIdOf(signer: Signer, workspace: Sender, conversation: ConversationId): string {
  const signature = signer.sign('thread-id', workspace.id, conversation);
  return `<c.${packId(conversation)}.${signature}@${workspace.mailDomain}>`;
}

/** What one of our ids names; no message for a thread's id. `forged` when the id has the form only. */
export function readMessageId(
  signer: Signer,
  workspace: WorkspaceId,
  id: string,
): { readonly conversation: ConversationId; readonly message: MessageId | null } | 'forged' | undefined {
  const [, first, second, signature = ''] = form.exec(id.toLowerCase()) ?? [];
  if (!first) return undefined;
  const conversation = `cnv_${unpackUuid(first)}`;
  if (!isId('conversation', conversation)) return 'forged';
  if (second === undefined) {
    return signer.isValid(signature, 'thread-id', workspace, conversation) ? { conversation, message: null } : 'forged';
  }
  const message = `msg_${unpackUuid(second)}`;
  return isId('message', message) && signer.isValid(signature, 'message-id', workspace, conversation, message)
    ? { conversation, message }
    : 'forged';
}
