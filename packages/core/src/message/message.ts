import type { ThenAfterReply } from '../conversation/command.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ToldNobody } from '../notification/because.ts';
import type { ActorRef } from '../people/actor.ts';
import type { AttachmentId, ConversationId, MessageId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import type { Body } from './body.ts';

export type MessageKind = 'inbound' | 'reply' | 'note';

/** One entry of a conversation. */
export interface Message {
  readonly id: MessageId;
  readonly version: number;
  readonly conversation: ConversationId;
  readonly kind: MessageKind;
  readonly author: ActorRef;
  /** The channel by which it came or goes; notes stay inside and have none. */
  readonly channel: string | null;
  readonly at: Instant;
  readonly body: Body;
  readonly automatic: boolean;
  readonly attachments: readonly Attachment[];
  /** What the sender quoted or signed with, cut from the body; the whole is their sum. */
  readonly quoted: string | null;
  /** Further addresses that a reply by email goes to; no visitor is told. */
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly editedAt: Instant | null;
  /** Its words are gone: a deleted note, a reply that was taken back. */
  readonly gone: 'deleted' | 'retracted' | null;
  /** Of a reply: how the conversation stood before it, to take it back and to know it again. */
  readonly stoodBefore: StoodBefore | null;
  /** Of a contact's message: why it told nobody; `null` where it told somebody. */
  readonly toldNobody: ToldNobody | null;
  readonly email: EmailOfMessage | null;
}

/** How a conversation stood before a reply, and what the reply was to do to it. */
export interface StoodBefore extends Pick<Conversation, 'state' | 'last' | 'waiting'> {
  readonly andThen: ThenAfterReply | null;
  /** The version that the reply led to, its own effects included. */
  readonly upTo: number;
}

/** A file of a message; its bytes lie in the blob store under `id`. */
export interface Attachment {
  readonly id: AttachmentId;
  readonly name: string;
  /** By the bytes, not by what the sender claims. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** What only mail has. */
export interface EmailOfMessage {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  /** With its angle brackets (RFC 5322 §3.6.4). */
  readonly messageId: string;
  /** Whether the sender's address authenticated; `none` where nobody looked. */
  readonly verdict: 'pass' | 'fail' | 'none';
  /** The raw mail in the blob store; absent for mail that we wrote. */
  readonly original: AttachmentId | null;
}

/** An address and the name beside it (RFC 5322 §3.4). */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}
