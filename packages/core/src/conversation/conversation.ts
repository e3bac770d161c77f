import type { Attributes } from '../attribute/attribute.ts';
import type { Holder } from '../people/actor.ts';
import type { ContactId, ConversationId, MessageId, TagId, TeamId, TeammateId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import type { Seq } from '../shared/seq.ts';

/** A state carries what exists in it. */
export type ConversationState =
  | { readonly status: 'open' }
  | { readonly status: 'snoozed'; readonly until: SnoozeUntil }
  | { readonly status: 'closed'; readonly closedAt: Instant };

export type ConversationStatus = ConversationState['status'];

/** `next-reply`: until the contact writes, however long that takes. */
export type SnoozeUntil = Instant | 'next-reply';

/** Who has it: each half for itself. */
export interface Assignment {
  readonly teammate: TeammateId | null;
  readonly team: TeamId | null;
}

/** One teammate's place in Shared with me; `since` is the version of the event that shared it. */
export interface Share {
  readonly teammate: TeammateId;
  readonly since: number;
}

/**
 * A thread with one contact, begun on one channel. All of it follows from its events, except `subject`,
 * `attributes` and `preview`: events carry no words that a person wrote.
 */
export interface Conversation {
  readonly id: ConversationId;
  /** Rises by one with each event of this conversation. */
  readonly version: number;
  /** The seq of its `conversation-started`: short, and never used twice in a workspace. */
  readonly number: Seq;
  readonly channel: string;
  readonly contact: ContactId;
  readonly state: ConversationState;
  readonly assignee: Assignment;
  readonly sharedWith: readonly Share[];
  /** Shown in Spam only, and never reopened. */
  readonly spam: boolean;
  readonly mergedInto: ConversationId | null;
  /** The conversations that were merged into this one, with those that had been merged into them. */
  readonly mergedFrom: readonly Origin[];
  /** The widget session behind a chat; `null` where nobody reads it from a widget. */
  readonly holder: Holder | null;
  readonly startedAt: Instant;
  /** The newest message that is not automatic; the first one while there is no other. */
  readonly last: LastMessage;
  /** The first contact message that nobody has answered yet. */
  readonly waiting: { readonly seq: Seq; readonly at: Instant } | null;
  readonly priority: Priority;
  /** In the order in which they were put on. */
  readonly tags: readonly TagId[];
  /** What the contact thought of it, from 1 to 5; `null` while it has said nothing. */
  readonly rating: number | null;
  /** The newest message that the contact has seen. */
  readonly contactRead: MessageId | null;
  readonly subject: string;
  /** What the host's schema allows. */
  readonly attributes: Attributes;
  /** The beginning of the last message, for lists; at most `previewLength` characters. */
  readonly preview: string;
}

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;

export type Priority = (typeof priorities)[number];

/**
 * A conversation that was merged. Its holder reads its messages, and of each conversation in `reads` what came
 * after that version.
 */
export interface Origin {
  readonly conversation: ConversationId;
  readonly holder: Holder | null;
  readonly reads: readonly { readonly conversation: ConversationId; readonly version: number }[];
}

export interface LastMessage {
  readonly id: MessageId;
  readonly seq: Seq;
  readonly at: Instant;
  readonly kind: 'inbound' | 'reply' | 'note';
}

export const previewLength = 160;
