import type { ActorRef, Holder } from '../people/actor.ts';
import type { ContactId, ConversationId, MessageId, TagId, TeamId, TeammateId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import type { Seq } from '../shared/seq.ts';
import type { Assignment, Conversation, Priority, SnoozeUntil } from './conversation.ts';

/** What happened in a conversation: ids and states, never what somebody wrote. */
export type ConversationFact =
  | {
      readonly type: 'conversation-started';
      readonly contact: ContactId;
      readonly channel: string;
      readonly holder: Holder | null;
      readonly continues: ConversationId | null;
    }
  | {
      readonly type: 'message-added';
      readonly message: MessageId;
      readonly kind: 'inbound' | 'reply' | 'note';
      /** Written by a machine: neither reopens nor counts as the contact's answer. */
      readonly automatic: boolean;
    }
  | { readonly type: 'message-edited'; readonly message: MessageId }
  | { readonly type: 'message-deleted'; readonly message: MessageId }
  /** Carries what the reply had changed back, where nothing else has changed it since. */
  | { readonly type: 'reply-retracted'; readonly message: MessageId; readonly restores: Restored }
  | { readonly type: 'conversation-closed' }
  | { readonly type: 'conversation-opened'; readonly because: OpenedBecause }
  | { readonly type: 'conversation-snoozed'; readonly until: SnoozeUntil }
  | {
      readonly type: 'assignee-changed';
      readonly from: Assignment;
      readonly to: Assignment;
      readonly because: AssignedBecause;
    }
  | { readonly type: 'mentioned'; readonly message: MessageId; readonly teammate: TeammateId }
  | { readonly type: 'mentioned'; readonly message: MessageId; readonly team: TeamId }
  | { readonly type: 'shared'; readonly teammate: TeammateId; readonly because: 'mentioned' | 'by-hand' | 'merged' }
  | { readonly type: 'unshared'; readonly teammate: TeammateId }
  | { readonly type: 'spam-changed'; readonly spam: boolean; readonly because: 'teammate' | 'sender-forged' | 'flood' }
  | { readonly type: 'conversation-rated'; readonly score: number }
  | {
      readonly type: 'details-changed';
      readonly fields: readonly DetailField[];
      readonly priority?: Priority;
      readonly tags?: readonly TagId[];
      /** The contact became one with this one. */
      readonly contact?: ContactId;
    }
  /** One in each of the two; in `into` with what `from` brought. */
  | {
      readonly type: 'conversation-merged';
      readonly from: ConversationId;
      readonly into: ConversationId;
      readonly brought?: Pick<Conversation, 'last' | 'waiting' | 'mergedFrom'>;
    }
  | { readonly type: 'contact-read'; readonly message: MessageId }
  | {
      readonly type: 'delivery-changed';
      readonly message: MessageId;
      readonly state: DeliveryState;
      readonly reason: string | null;
    };

export type AssignedBecause = 'assigned' | 'claimed' | 'policy' | 'assignee-gone' | 'assignee-away' | 'team-deleted';

export type DetailField = 'subject' | 'priority' | 'tags' | 'attributes' | 'contact';

/** How it stood before a reply that was taken back; what stays as it is now is absent. */
export type Restored = Partial<Pick<Conversation, 'state' | 'last' | 'waiting'>>;

export type OpenedBecause = 'contact-replied' | 'teammate-replied' | 'teammate-opened' | 'unsnoozed' | 'snooze-ended';

/** `queued` waits in the outbox, `delayed` will be tried again, `failed` will not be by itself. */
export type DeliveryState = 'queued' | 'sent' | 'delivered' | 'delayed' | 'failed';

/** A fact in its place: which conversation, which version of it, who did it and when. */
export type ConversationEvent = ConversationFact & {
  readonly seq: Seq;
  /** Raised by one when a reader of the previous release could misread the type. */
  readonly v: 1;
  readonly conversation: ConversationId;
  /** The conversation's version after this event. */
  readonly version: number;
  readonly actor: ActorRef;
  readonly at: Instant;
};

export type ConversationEventType = ConversationEvent['type'];
