import type { Conversation } from '../conversation/conversation.ts';
import type { Body } from '../message/body.ts';
import { deliveryIdOf } from '../message/delivery.ts';
import type { Attachment, Message, MessageKind } from '../message/message.ts';
import { plainMessage } from '../message/plain-message.ts';
import { type Actor, refOf } from '../people/actor.ts';
import type { MessageId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import type { Change, Work } from '../storage/change.ts';
import type { Parts } from './parts.ts';

interface MessageParts {
  readonly id: MessageId;
  readonly conversation: Pick<Conversation, 'id' | 'channel'>;
  readonly kind: MessageKind;
  readonly actor: Actor;
  readonly at: Instant;
  readonly body: Body;
  readonly attachments: readonly Attachment[];
}

export function buildMessage({ id, conversation, kind, actor, at, body, attachments }: MessageParts): Message {
  return {
    id,
    ...plainMessage,
    conversation: conversation.id,
    kind,
    author: refOf(actor),
    channel: kind === 'note' ? null : conversation.channel,
    at,
    body,
    attachments,
  };
}

/** Writes the message, and for a reply on a channel that sends, its delivery and the work to do it. */
export function withMessage(
  parts: Parts,
  message: Message,
  change: Pick<Change, 'expect' | 'put'>,
): Pick<Change, 'expect' | 'put' | 'schedule'> {
  const sends = message.kind === 'reply' && parts.channels.get(message.channel ?? '')?.capabilities.sends;
  const id = deliveryIdOf(message.id);
  const work: Work = {
    id: `deliver/${id}`,
    kind: 'deliver',
    dueAt: message.at,
    subject: { kind: 'delivery', id },
    attempts: 0,
  };
  return {
    expect: [{ kind: 'message', id: message.id, version: 'absent' }, ...change.expect],
    put: [
      { kind: 'message', row: message },
      ...change.put,
      ...(sends ? [{ kind: 'delivery', row: buildDelivery(message) } as const] : []),
    ],
    schedule: sends ? [work] : [],
  };
}

function buildDelivery({ id, conversation, channel, at }: Message) {
  return {
    id: deliveryIdOf(id),
    version: 1,
    conversation,
    message: id,
    channel: channel ?? '',
    state: 'queued',
    reason: null,
    detail: null,
    attempts: 0,
    createdAt: at,
  } as const;
}
