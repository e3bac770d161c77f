import type { Inbound, Received } from '../channel/channel.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { previewLength } from '../conversation/conversation.ts';
import { start } from '../conversation/start.ts';
import { previewOf } from '../message/body.ts';
import type { Message } from '../message/message.ts';
import { plainMessage } from '../message/plain-message.ts';
import type { ActorRef, SystemActor } from '../people/actor.ts';
import type { Contact } from '../people/contact.ts';
import { normaliseAddress } from '../people/identity.ts';
import type { ConversationId, WorkspaceId } from '../shared/id.ts';
import { plus } from '../shared/instant.ts';
import type { Change } from '../storage/change.ts';
import { workspaceEvents } from './build-change.ts';
import { tryToChange, write } from './change-conversation.ts';
import { findContactByAddress } from './find-contact.ts';
import { loadReceiving } from './load-facts.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

/** The unique key of a message by the id that its channel knows it by. */
export function externalKey(channel: string, externalId: string): string {
  return `message/${channel}/${externalId}`;
}

/** Keeps what a channel took in, exactly once: in the conversation that it proves to belong to, or in a new one. */
export function receiveMessage(parts: Parts, inbound: Inbound): Promise<Received> {
  return retrying(async () => {
    const { workspace, channel, externalId } = inbound;
    const there = await parts.storage.findByKey(workspace, externalKey(channel, externalId));
    const [message] = there ? await parts.storage.find(workspace, 'message', [there.id]) : [];
    if (message) return { conversation: message.conversation, message: message.id, duplicate: true };

    const matched = inbound.match && (await followMerges(parts, workspace, inbound.match.conversation));
    if (!matched) return begin(parts, inbound, null);
    const [contact] = await parts.storage.find(workspace, 'contact', [matched.conversation.contact]);
    const isContact = contact !== undefined && isParticipant(contact, inbound);
    if (!isContact && inbound.match?.by !== 'signed') return begin(parts, inbound, null);
    if (matched.isOld) return begin(parts, inbound, matched.conversation.id);
    const author: ActorRef = isContact ? { kind: 'contact', id: contact.id } : { kind: 'outsider' };
    return join(parts, inbound, matched.conversation, author);
  });
}

/**
 * A valid token or signed id makes a participant of the contact's address, unless it failed to authenticate; an id
 * that others may have seen asks for more: an address that did authenticate.
 */
function isParticipant(contact: Contact, { from, verdict, match }: Inbound): boolean {
  const address = normaliseAddress(from.address);
  const known = contact.identities.some((identity) => identity.kind === 'email' && identity.value === address);
  return known && (match?.by === 'signed' ? verdict !== 'fail' : verdict === 'pass');
}

async function followMerges(
  parts: Parts,
  workspace: WorkspaceId,
  first: ConversationId,
): Promise<{ readonly conversation: Conversation; readonly isOld: boolean } | undefined> {
  let id: ConversationId | null = first;
  for (let hops = 0; id && hops < 10; hops++) {
    const [conversation]: readonly (Conversation | undefined)[] = await parts.storage.find(workspace, 'conversation', [
      id,
    ]);
    if (!conversation) return undefined;
    id = conversation.mergedInto;
    if (!id) return { conversation, isOld: await closedTooLong(parts, workspace, conversation) };
  }
  return undefined;
}

async function closedTooLong(parts: Parts, workspace: WorkspaceId, { state }: Conversation): Promise<boolean> {
  if (state.status !== 'closed') return false;
  const [settings] = await parts.storage.find(workspace, 'workspace', [workspace]);
  const days = settings?.reopenWithinDays ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(days) && plus(state.closedAt, days * 86_400_000) < parts.clock.now();
}

async function join(
  parts: Parts,
  inbound: Inbound,
  { id, version }: Conversation,
  author: ActorRef,
): Promise<Received> {
  const { workspace, automatic } = inbound;
  const system: SystemActor = { kind: 'system', workspace };
  const message = inboundMessage(parts, inbound, id, author);
  const rows = messageRows(inbound, message);
  const changed = await tryToChange(parts, system, {
    conversation: id,
    action: 'answer',
    command: { type: 'receive', by: author, message: message.id, automatic },
    facts: (conversation) => loadReceiving(parts, workspace, conversation),
    ...(automatic ? {} : { words: { preview: previewOf(inbound.body.text, previewLength) } }),
    // One that was merged since it was matched must not take it in.
    beside: () => ({ ...rows, expect: [{ kind: 'conversation', id, version }, ...rows.expect] }),
  });
  if (!changed.ok) throw new Error(`Nothing inbound is refused, but this was: ${changed.refusal.code}`);
  return { conversation: id, message: message.id, duplicate: false };
}

async function begin(parts: Parts, inbound: Inbound, continues: ConversationId | null): Promise<Received> {
  const { workspace, channel, automatic, verdict, subject } = inbound;
  const found = await findContactByAddress(parts, workspace, inbound.from, verdict === 'pass' ? 'proven' : 'claimed');
  const author: ActorRef = { kind: 'contact', id: found.contact.id };
  const conversation = parts.newId('conversation');
  const message = inboundMessage(parts, inbound, conversation, author);
  const facts = start({
    type: 'start',
    by: author,
    conversation,
    channel,
    contact: found.contact.id,
    holder: null,
    continues,
    message: message.id,
    kind: 'inbound',
    automatic,
  });
  const at = message.at;
  const rows = messageRows(inbound, message);
  const added = found.isNew ? [{ type: 'contact-added', contact: found.contact.id } as const] : [];
  await write(parts, {
    happened: {
      workspace,
      id: conversation,
      before: undefined,
      facts,
      actor: author,
      at,
      words: { subject: previewOf(subject, 500), preview: previewOf(inbound.body.text, previewLength) },
    },
    expect: found.expect,
    beside: {
      ...rows,
      put: [...rows.put, ...found.put],
      claim: [...rows.claim, ...found.claim],
      events: workspaceEvents(added, { kind: 'system' }, at, facts.length),
    },
  });
  return { conversation, message: message.id, duplicate: false };
}

function inboundMessage(parts: Parts, inbound: Inbound, conversation: ConversationId, author: ActorRef): Message {
  const { channel, body, automatic, attachments, email } = inbound;
  const at = parts.clock.now();
  const id = parts.newId('message');
  const given = { body, automatic, attachments, email };
  return { ...plainMessage, ...given, id, conversation, kind: 'inbound', author, channel, at };
}

function messageRows(inbound: Inbound, message: Message): Pick<Change, 'expect' | 'put' | 'claim'> {
  const { attachments, conversation, author, id } = message;
  return {
    expect: [{ kind: 'message', id, version: 'absent' }],
    put: [
      { kind: 'message', row: message },
      ...attachments.map(
        (file) =>
          ({ kind: 'attachment', row: { ...file, version: 1, conversation, by: author, internal: false } }) as const,
      ),
    ],
    claim: [{ within: 'workspace', key: externalKey(inbound.channel, inbound.externalId), kind: 'message', id }],
  };
}
