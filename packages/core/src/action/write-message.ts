import { can } from '../access/can.ts';
import type { ThenAfterReply } from '../conversation/command.ts';
import { type Conversation, previewLength } from '../conversation/conversation.ts';
import { type Body, maxBodyLength, previewOf } from '../message/body.ts';
import type { Message, MessageKind } from '../message/message.ts';
import { type Actor, refOf, sameActor } from '../people/actor.ts';
import { emailOf } from '../people/contact.ts';
import type { AttachmentId, ConversationId, MessageId } from '../shared/id.ts';
import { ok, type Refused, type Result, refuse } from '../shared/result.ts';
import { type AttachmentUnknown, takeAttachments } from './attach.ts';
import { type Alteration, type AlterationRefusal, tryToChange } from './change-conversation.ts';
import { loadMentioned, loadReceiving } from './load-facts.ts';
import { buildMessage, withMessage } from './message-rows.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

export interface NewMessage {
  /** Chosen by the caller so that a repeat is recognised; else made here. */
  readonly id?: MessageId | undefined;
  readonly conversation: ConversationId;
  readonly body: Body;
  readonly attachments?: readonly AttachmentId[] | undefined;
  readonly seen?: number | undefined;
}

export type BodyRefusal = { readonly code: 'body-empty' | 'body-too-long'; readonly path: 'body' };
type IdTaken = { readonly code: 'id-taken'; readonly path: 'id' };
export type MessageRefusal =
  | AlterationRefusal
  | BodyRefusal
  | AttachmentUnknown
  | IdTaken
  | { readonly code: 'contact-unreachable' };

export interface Written {
  readonly message: Message;
  readonly conversation: Conversation;
}

/** A reply to the contact; on channels that send, it leaves through the outbox. */
export function reply(
  parts: Parts,
  actor: Actor,
  input: NewMessage & { readonly then?: ThenAfterReply | undefined },
): Promise<Result<Written, MessageRefusal>> {
  const { then } = input;
  return writeMessage(parts, actor, input, {
    kind: 'reply',
    action: 'write',
    command: (message, by) => ({ type: 'reply', by, message, ...(then ? { then } : {}) }),
  });
}

/** A private note; whom it mentions gets the conversation into Shared with me. */
export function note(parts: Parts, actor: Actor, input: NewMessage): Promise<Result<Written, MessageRefusal>> {
  return writeMessage(parts, actor, input, {
    kind: 'note',
    action: 'write',
    command: (message, by) => ({ type: 'note', by, message }),
    facts: async () => ({ mentioned: await loadMentioned(parts, actor.workspace, input.body.text) }),
  });
}

/** A visitor's next message in a conversation that it holds. */
export function answer(parts: Parts, actor: Actor, input: NewMessage): Promise<Result<Written, MessageRefusal>> {
  return writeMessage(parts, actor, input, {
    kind: 'inbound',
    action: 'answer',
    command: (message, by) => ({ type: 'receive', by, message, automatic: false }),
    facts: (conversation) => loadReceiving(parts, actor.workspace, conversation),
  });
}

interface Way extends Pick<Alteration, 'action' | 'facts'> {
  readonly kind: MessageKind;
  readonly command: (message: MessageId, by: Message['author']) => Alteration['command'];
}

function writeMessage(
  parts: Parts,
  actor: Actor,
  input: NewMessage,
  way: Way,
): Promise<Result<Written, MessageRefusal>> {
  return retrying(() => tryToWrite(parts, actor, input, way));
}

async function tryToWrite(
  parts: Parts,
  actor: Actor,
  input: NewMessage,
  way: Way,
): Promise<Result<Written, MessageRefusal>> {
  const refused = refuseBody(input.body, input.attachments ?? []);
  if (refused) return refused;
  const repeated = await findRepeat(parts, actor, input, way.kind);
  if (repeated) return repeated;
  const taken = await takeAttachments(parts, actor, input.attachments ?? [], {
    conversation: input.conversation,
    internal: way.kind === 'note',
  });
  if (!taken.ok) return taken;
  const unreachable = way.kind === 'reply' && (await refuseUnreachable(parts, actor, input.conversation));
  if (unreachable) return unreachable;

  const id = input.id ?? parts.newId('message');
  const at = parts.clock.now();
  let message: Message | undefined;
  const changed = await tryToChange(parts, actor, {
    conversation: input.conversation,
    seen: input.seen,
    action: way.action,
    command: way.command(id, refOf(actor)),
    ...(way.facts ? { facts: way.facts } : {}),
    words: { preview: previewOf(input.body.text, previewLength) },
    beside: (conversation) => {
      message = buildMessage({
        id,
        conversation,
        kind: way.kind,
        actor,
        at,
        body: input.body,
        attachments: taken.value.attachments,
      });
      return withMessage(parts, message, taken.value.change);
    },
  });
  if (!changed.ok) return changed;
  return message ? ok({ message, conversation: changed.value }) : refuse({ code: 'not-found' });
}

export function refuseBody(body: Body, attachments: readonly AttachmentId[]): Refused<BodyRefusal> | undefined {
  if (body.text.trim() === '' && attachments.length === 0) return refuse({ code: 'body-empty', path: 'body' });
  return body.text.length > maxBodyLength ? refuse({ code: 'body-too-long', path: 'body' }) : undefined;
}

/** The same id with the same author, parent and content gives what is there; anything else is refused. */
async function findRepeat(
  parts: Parts,
  actor: Actor,
  { id, conversation: parent, body }: NewMessage,
  kind: MessageKind,
): Promise<Result<Written, IdTaken> | undefined> {
  const [message] = id ? await parts.storage.find(actor.workspace, 'message', [id]) : [];
  if (!message) return undefined;
  const [conversation] = await parts.storage.find(actor.workspace, 'conversation', [message.conversation]);
  const same =
    sameActor(message.author, refOf(actor)) &&
    message.conversation === parent &&
    message.kind === kind &&
    message.body.text === body.text &&
    message.body.format === body.format;
  return same && conversation ? ok({ message, conversation }) : refuse({ code: 'id-taken', path: 'id' });
}

async function refuseUnreachable(
  parts: Parts,
  actor: Actor,
  id: ConversationId,
): Promise<Refused<{ code: 'contact-unreachable' }> | undefined> {
  const [conversation] = await parts.storage.find(actor.workspace, 'conversation', [id]);
  // Who cannot see it is told by the gate that there is none, and nothing else.
  if (!conversation || !can(actor, 'write', conversation)) return undefined;
  if (!parts.channels.get(conversation.channel)?.capabilities.sends) return undefined;
  const [contact] = await parts.storage.find(actor.workspace, 'contact', [conversation.contact]);
  return contact && emailOf(contact) ? undefined : refuse({ code: 'contact-unreachable' });
}
