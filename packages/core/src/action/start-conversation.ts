import { can } from '../access/can.ts';
import { previewLength } from '../conversation/conversation.ts';
import { start } from '../conversation/start.ts';
import type { Body } from '../message/body.ts';
import { previewOf } from '../message/body.ts';
import type { Mailbox } from '../message/message.ts';
import { type Actor, refOf, type VisitorActor } from '../people/actor.ts';
import { emailOf } from '../people/contact.ts';
import type { AttachmentId, ContactId, ConversationId, MessageId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { Change } from '../storage/change.ts';
import { takeAttachments } from './attach.ts';
import { workspaceEvents } from './build-change.ts';
import { write } from './change-conversation.ts';
import { findContactByAddress } from './find-contact.ts';
import { buildMessage, withMessage } from './message-rows.ts';
import type { Parts } from './parts.ts';
import { isKnown } from './read-people.ts';
import { refuseBody } from './refuse-body.ts';
import { retrying } from './retrying.ts';
import type { MessageRefusal, Written } from './write-message.ts';

interface First {
  /** Chosen by the caller so that a repeat is recognised; else made here. */
  readonly id?: ConversationId | undefined;
  readonly message?: MessageId | undefined;
  readonly body: Body;
  readonly attachments?: readonly AttachmentId[] | undefined;
}

export type StartRefusal =
  | MessageRefusal
  | { readonly code: 'id-taken'; readonly path: 'message' }
  | { readonly code: 'contact-unknown' | 'channel-unknown'; readonly path: string };

/** A visitor's first message. The conversation is its session's, and that of the identity the host signed. */
export function startChat(parts: Parts, actor: VisitorActor, input: First): Promise<Result<Written, StartRefusal>> {
  return retrying(async () => {
    if (!can(actor, 'answer')) return refuse({ code: 'forbidden' });
    const { session, identity, contact } = actor;
    return begin(parts, actor, input, { channel: 'chat', contact, holder: { session, identity }, kind: 'inbound' });
  });
}

/** A teammate or integrator writes first, by email. */
export function startByEmail(
  parts: Parts,
  actor: Actor,
  input: First & { readonly to: Mailbox | ContactId; readonly subject: string },
): Promise<Result<Written, StartRefusal>> {
  return retrying(async () => {
    if (!can(actor, 'start') || actor.kind === 'visitor') return refuse({ code: 'forbidden' });
    const channel = 'email';
    if (!parts.channels.has(channel)) return refuse({ code: 'channel-unknown', path: 'channel' });
    const subject = previewOf(input.subject, 500);
    if (typeof input.to !== 'string') {
      const found = await findContactByAddress(parts, actor.workspace, input.to, 'claimed');
      const added = found.isNew ? [{ type: 'contact-added', contact: found.contact.id } as const] : [];
      const beside = { ...found, events: workspaceEvents(added, refOf(actor), parts.clock.now(), 2) };
      return begin(parts, actor, input, {
        channel,
        contact: found.contact.id,
        holder: null,
        kind: 'reply',
        subject,
        beside,
      });
    }
    const [contact] = await parts.storage.find(actor.workspace, 'contact', [input.to]);
    if (!contact || !(await isKnown(parts, actor, contact.id))) return refuse({ code: 'contact-unknown', path: 'to' });
    if (!emailOf(contact)) return refuse({ code: 'contact-unreachable' });
    return begin(parts, actor, input, { channel, contact: contact.id, holder: null, kind: 'reply', subject });
  });
}

interface Beginning {
  readonly channel: string;
  readonly contact: ContactId;
  readonly holder: VisitorHolder | null;
  readonly kind: 'inbound' | 'reply';
  readonly subject?: string;
  readonly beside?: Pick<Change, 'expect' | 'put' | 'claim' | 'events'>;
}

type VisitorHolder = Pick<VisitorActor, 'session' | 'identity'>;

async function begin(
  parts: Parts,
  actor: Actor,
  input: First,
  { channel, contact, holder, kind, subject, beside }: Beginning,
): Promise<Result<Written, StartRefusal>> {
  const refused = refuseBody(input.body, input.attachments ?? []);
  if (refused) return refused;
  const { workspace } = actor;
  const conversation = input.id ?? parts.newId('conversation');
  const [there] = input.message ? await parts.storage.find(workspace, 'message', [input.message]) : [];
  const begun = input.id ?? there?.conversation;
  const repeated = begun && (await findRepeat(parts, actor, begun, input));
  if (repeated) return repeated;
  if (there) return refuse({ code: 'id-taken', path: 'message' });
  const taken = await takeAttachments(parts, actor, input.attachments ?? [], { conversation, internal: false });
  if (!taken.ok) return taken;

  const at = parts.clock.now();
  const id = input.message ?? parts.newId('message');
  const by = refOf(actor);
  const { attachments, change } = taken.value;
  const message = buildMessage({
    id,
    conversation: { id: conversation, channel },
    kind,
    actor,
    at,
    body: input.body,
    attachments,
  });
  const rows = withMessage(parts, message, change);
  const facts = start({
    type: 'start',
    by,
    conversation,
    channel,
    contact,
    holder,
    continues: null,
    message: id,
    kind,
    automatic: false,
  });
  const preview = previewOf(input.body.text, previewLength);
  const after = await write(parts, {
    happened: {
      workspace,
      id: conversation,
      before: undefined,
      facts,
      actor: by,
      at,
      words: { preview, subject: subject ?? '' },
    },
    expect: beside?.expect ?? [],
    beside: {
      ...rows,
      put: [...rows.put, ...(beside?.put ?? [])],
      claim: beside?.claim ?? [],
      events: beside?.events ?? [],
    },
  });
  return ok({ message, conversation: after });
}

/** The same id with the same author and words gives what is there; anything else is refused. */
async function findRepeat(
  parts: Parts,
  actor: Actor,
  id: ConversationId,
  input: First,
): Promise<Result<Written, StartRefusal> | undefined> {
  const [conversation] = await parts.storage.find(actor.workspace, 'conversation', [id]);
  if (!conversation) return undefined;
  const [first] = await parts.storage.listEvents(actor.workspace, {
    conversations: [id],
    after: conversation.number,
    limit: 1,
  });
  const messageId = first?.type === 'message-added' ? first.message : undefined;
  const [message] = messageId ? await parts.storage.find(actor.workspace, 'message', [messageId]) : [];
  const same =
    message &&
    JSON.stringify(message.author) === JSON.stringify(refOf(actor)) &&
    message.body.text === input.body.text &&
    (!input.message || input.message === message.id);
  return same ? ok({ message, conversation }) : refuse({ code: 'id-taken', path: 'id' });
}
