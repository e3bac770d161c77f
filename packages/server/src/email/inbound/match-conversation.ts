import type { ConversationId, Inbound, WorkspaceId } from '@deskkit/core';
import { readMessageId } from '../message-id.ts';
import { readReplyAddress, replyAddressesIn } from '../reply-address.ts';
import type { Signer } from '../signer.ts';
import type { MailHeaders } from './mail-headers.ts';

/** By which a mail may name its conversation, the most telling first. */
export interface Hints {
  readonly replyAddresses: readonly string[];
  readonly ids: readonly string[];
}

export interface Match {
  readonly match: Inbound['match'];
  /** Something in it looked like ours and was not. */
  readonly forged: boolean;
}

/** Where a forwarding server leaves the address that it sent the mail to. */
const recipientHeaders = ['delivered-to', 'x-original-to', 'x-forwarded-to', 'to', 'cc'];

export function hintsOf(headers: MailHeaders, envelope: readonly string[]): Hints {
  const recipients = [...envelope, ...recipientHeaders.flatMap((name) => headers.all(name))];
  const ids = [...idsIn(headers.all('in-reply-to')), ...idsIn(headers.all('references')).reverse()];
  return {
    replyAddresses: [...new Set(recipients.flatMap(replyAddressesIn))],
    ids: [...new Set(ids)].slice(0, 50),
  };
}

function idsIn(headers: readonly string[]): string[] {
  return headers.flatMap((header) => header.match(/<[^<>\s]{1,500}>/g) ?? []);
}

/** The conversation that a token or id of our own making names, which only somebody we wrote to can know. */
function findSigned(
  signer: Signer,
  workspace: WorkspaceId,
  { replyAddresses, ids }: Hints,
): { readonly conversation: ConversationId | undefined; readonly forged: boolean } {
  let forged = false;
  for (const address of replyAddresses) {
    const found = readReplyAddress(signer, workspace, address);
    if (found === 'forged') forged = true;
    else if (found) return { conversation: found, forged };
  }
  for (const id of ids) {
    const found = readMessageId(signer, workspace, id);
    if (found === 'forged') forged = true;
    else if (found) return { conversation: found.conversation, forged };
  }
  return { conversation: undefined, forged };
}

/** The conversation that a mail belongs to: by our own signature first, then by ids that anybody may have seen. */
export async function matchConversation(
  signer: Signer,
  workspace: WorkspaceId,
  hints: Hints,
  findByExternalId: (id: string) => Promise<ConversationId | undefined>,
): Promise<Match> {
  const { conversation, forged } = findSigned(signer, workspace, hints);
  if (conversation) return { match: { conversation, by: 'signed' }, forged };
  for (const id of hints.ids) {
    const known = await findByExternalId(id);
    if (known) return { match: { conversation: known, by: 'known-id' }, forged };
  }
  return { match: null, forged };
}
