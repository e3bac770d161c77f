import type { Conversation } from '../conversation/conversation.ts';
import type { Body } from '../message/body.ts';
import { type Delivery, deliveryIdOf } from '../message/delivery.ts';
import type { Attachment, Message, MessageKind } from '../message/message.ts';
import { plainMessage } from '../message/plain-message.ts';
import { type Actor, refOf } from '../people/actor.ts';
import type { DeliveryId, MessageId } from '../shared/id.ts';
import { type Instant, plus } from '../shared/instant.ts';
import type { Change, Work } from '../storage/change.ts';
import type { Parts } from './parts.ts';

interface MessageParts extends Partial<Pick<Message, 'cc' | 'bcc' | 'stoodBefore'>> {
  readonly id: MessageId;
  /** With the channel by which the message comes or goes. */
  readonly conversation: Pick<Conversation, 'id' | 'channel'>;
  readonly kind: MessageKind;
  readonly actor: Actor;
  readonly at: Instant;
  readonly body: Body;
  readonly attachments: readonly Attachment[];
}

export function buildMessage({ conversation, actor, ...given }: MessageParts): Message {
  return {
    ...plainMessage,
    ...given,
    conversation: conversation.id,
    author: refOf(actor),
    channel: given.kind === 'note' ? null : conversation.channel,
  };
}

/**
 * Writes the message, and for a reply on a channel that sends, its delivery and the work to do it: after
 * `undoSeconds`, while which it can be taken back.
 */
export function withMessage(
  parts: Parts,
  message: Message,
  change: Pick<Change, 'expect' | 'put'>,
  undoSeconds = 0,
): Pick<Change, 'expect' | 'put' | 'schedule'> {
  const sends = message.kind === 'reply' && parts.channels.get(message.channel ?? '')?.capabilities.sends;
  const delivery = sends ? buildDelivery(message, plus(message.at, undoSeconds * 1000)) : undefined;
  return {
    expect: [{ kind: 'message', id: message.id, version: 'absent' }, ...change.expect],
    put: [
      { kind: 'message', row: message },
      ...change.put,
      ...(delivery ? [{ kind: 'delivery', row: delivery } as const] : []),
    ],
    schedule: delivery ? [deliverAt(delivery.id, delivery.notBefore)] : [],
  };
}

/** The work to send a delivery when `dueAt` has come. */
export function deliverAt(id: DeliveryId, dueAt: Instant): Work {
  return { id: deliverWorkId(id), kind: 'deliver', dueAt, subject: { kind: 'delivery', id }, attempts: 0 };
}

export function deliverWorkId(id: DeliveryId): Work['id'] {
  return `deliver/${id}`;
}

function buildDelivery({ id, conversation, channel, at }: Message, notBefore: Instant): Delivery {
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
    notBefore,
  };
}
