import { type ConversationId, isId, type Workspace, type WorkspaceId } from '@deskkit/core';
import { packedLength, packId, unpackUuid } from './packed-id.ts';
import { type Signer, signatureLength } from './signer.ts';

const pattern = `reply\\+([a-z2-7]{${packedLength}})-([a-z2-7]{${signatureLength}})@`;

/** The address that a conversation's answers come to: `reply+TOKEN@DOMAIN`, 50 characters before the `@`. */
export function replyAddressOf(
  signer: Signer,
  workspace: Pick<Workspace, 'id' | 'mailDomain'>,
  conversation: ConversationId,
): string {
  const signature = signer.sign('reply-address', workspace.id, conversation);
  return `reply+${packId(conversation)}-${signature}@${workspace.mailDomain}`;
}

/** The conversation whose reply address this is in the workspace; `forged` when the address has the form only. */
export function readReplyAddress(
  signer: Signer,
  workspace: WorkspaceId,
  address: string,
): ConversationId | 'forged' | undefined {
  const [, packed = '', signature = ''] = new RegExp(`^${pattern}`).exec(address.toLowerCase()) ?? [];
  if (!packed) return undefined;
  const conversation = `cnv_${unpackUuid(packed)}`;
  const isOurs =
    isId('conversation', conversation) && signer.isValid(signature, 'reply-address', workspace, conversation);
  return isOurs ? conversation : 'forged';
}

/** Everything in a header that looks like a reply address, up to its `@`; at most 50. */
export function replyAddressesIn(header: string): readonly string[] {
  return Array.from(header.toLowerCase().matchAll(new RegExp(pattern, 'g')), ([found]) => found).slice(0, 50);
}
