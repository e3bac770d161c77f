import type { ThenAfterReply } from '../conversation/command.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Body } from '../message/body.ts';
import type { Message, MessageKind } from '../message/message.ts';
import { type Actor, refOf, sameActor } from '../people/actor.ts';
import { normaliseAddress } from '../people/identity.ts';
import type { AttachmentId, ConversationId, MessageId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { withOrigins } from './added-messages.ts';
import type { Parts } from './parts.ts';

export type IdTaken = { readonly code: 'id-taken'; readonly path: 'id' };

/** What a message says, as its author gives it. */
export interface Given {
  readonly id?: MessageId | undefined;
  readonly conversation: ConversationId;
  readonly body: Body;
  readonly attachments?: readonly AttachmentId[] | undefined;
  readonly then?: ThenAfterReply | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
}

/** The same id with the same author, parent and content gives what is there; anything else is refused. */
export async function findRepeat(
  parts: Parts,
  actor: Actor,
  given: Given,
  kind: MessageKind,
): Promise<Result<{ readonly message: Message; readonly conversation: Conversation }, IdTaken> | undefined> {
  const { workspace } = actor;
  const [message] = given.id ? await parts.storage.find(workspace, 'message', [given.id]) : [];
  if (!message) return undefined;
  const [conversation] = await parts.storage.find(workspace, 'conversation', [given.conversation]);
  const isParent = conversation && withOrigins(conversation).includes(message.conversation);
  const isSame = sameActor(message.author, refOf(actor)) && message.kind === kind && says(message, given);
  return isParent && isSame ? ok({ message, conversation }) : refuse({ code: 'id-taken', path: 'id' });
}

function says(message: Message, { body, attachments = [], then, cc = [], bcc = [] }: Given): boolean {
  const { text, format } = message.body;
  const files = message.attachments.map(({ id }) => id);
  return isSame(
    [text, format, files, message.stoodBefore?.andThen ?? null, message.cc, message.bcc],
    [
      body.text,
      body.format,
      unique(attachments),
      then ?? null,
      unique(cc.map(normaliseAddress)),
      unique(bcc.map(normaliseAddress)),
    ],
  );
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
