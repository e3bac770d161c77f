import { can } from '../access/can.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Message } from '../message/message.ts';
import { type AddressInvalid, takeCopies } from '../message/take-copies.ts';
import type { Actor } from '../people/actor.ts';
import { emailOf } from '../people/contact.ts';
import { normaliseAddress } from '../people/identity.ts';
import type { ContactSuppressed } from '../people/suppression.ts';
import type { ConversationId, WorkspaceId } from '../shared/id.ts';
import { ok, type Refused, type Result, refuse } from '../shared/result.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { addedMessages } from './added-messages.ts';
import { refuseSuppressedAddresses } from './keep-suppressions.ts';
import type { Parts } from './parts.ts';

export type ReplyRefusal =
  | AddressInvalid
  | ContactSuppressed
  | { readonly code: 'contact-unreachable' }
  | { readonly code: 'copies-not-supported'; readonly path: 'cc' | 'bcc' };

/** How a reply goes out. */
export interface ReplyWay extends Pick<Message, 'cc' | 'bcc'> {
  readonly channel: string;
  readonly undoSeconds: number;
}

/** The way by which a reply reaches the contact; nothing for who cannot write there, since the gate says so. */
export async function prepareReply(
  parts: Parts,
  actor: Actor,
  input: {
    readonly conversation: ConversationId;
    readonly cc?: readonly string[] | undefined;
    readonly bcc?: readonly string[] | undefined;
  },
): Promise<Result<ReplyWay | undefined, ReplyRefusal>> {
  const { workspace } = actor;
  const { cc = [], bcc = [] } = input;
  const [conversation] = await parts.storage.find(workspace, 'conversation', [input.conversation]);
  if (!conversation || conversation.mergedInto || !can(actor, 'write', conversation)) return ok(undefined);
  const channel = await channelOf(parts, workspace, conversation);
  const { sends = false, undo = false } = parts.channels.get(channel)?.capabilities ?? {};
  if (!sends) return refuseCopies(cc, bcc) ?? ok({ channel, undoSeconds: 0, cc: [], bcc: [] });

  const [contact] = await parts.storage.find(workspace, 'contact', [conversation.contact]);
  const to = contact && emailOf(contact);
  if (!to) return refuse({ code: 'contact-unreachable' });
  const [settings] = await parts.storage.find(workspace, 'workspace', [workspace]);
  const isOurs = (address: string) => settings !== undefined && isOwnAddress(settings, address);
  const copies = takeCopies(cc, 'cc', isOurs);
  if (!copies.ok) return copies;
  const blind = takeCopies(bcc, 'bcc', isOurs);
  if (!blind.ok) return blind;
  const suppressed = await refuseSuppressedAddresses(parts, workspace, [to, ...copies.value, ...blind.value]);
  if (suppressed) return suppressed;
  return ok({ channel, undoSeconds: undo ? (settings?.undoSeconds ?? 0) : 0, cc: copies.value, bcc: blind.value });
}

/** Of conversations that became one, the contact goes on by the channel by which it wrote last. */
async function channelOf(parts: Parts, workspace: WorkspaceId, conversation: Conversation): Promise<string> {
  if (conversation.mergedFrom.length === 0) return conversation.channel;
  for await (const event of addedMessages(parts, workspace, conversation)) {
    if (event.kind !== 'inbound' || event.automatic) continue;
    const [message] = await parts.storage.find(workspace, 'message', [event.message]);
    if (message?.channel) return message.channel;
  }
  return conversation.channel;
}

function refuseCopies(cc: readonly string[], bcc: readonly string[]): Refused<ReplyRefusal> | undefined {
  if (cc.length + bcc.length === 0) return undefined;
  return refuse({ code: 'copies-not-supported', path: cc.length > 0 ? 'cc' : 'bcc' });
}

/** A copy to ourselves would come in as mail again. */
function isOwnAddress({ addresses, mailDomain }: Workspace, address: string): boolean {
  const isTaken = addresses.some((own) => normaliseAddress(own) === address);
  return isTaken || address.endsWith(`@${mailDomain.toLowerCase()}`);
}
