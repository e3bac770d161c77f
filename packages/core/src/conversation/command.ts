import type { ActorRef, Holder } from '../people/actor.ts';
import type { ContactId, ConversationId, MessageId, TagId, TeamId, TeammateId } from '../shared/id.ts';
import type { Conversation, Priority, SnoozeUntil } from './conversation.ts';
import type { DeliveryState } from './event.ts';

/** What somebody asks of a conversation that is there. `by` is who asks. */
export type ConversationCommand = { readonly by: ActorRef } & (
  | { readonly type: 'receive'; readonly message: MessageId; readonly automatic: boolean }
  | { readonly type: 'reply'; readonly message: MessageId; readonly then?: ThenAfterReply }
  | { readonly type: 'note'; readonly message: MessageId }
  | { readonly type: 'edit-note'; readonly message: MessageId }
  | { readonly type: 'delete-note'; readonly message: MessageId }
  | { readonly type: 'retract'; readonly message: MessageId }
  | { readonly type: 'retry'; readonly message: MessageId }
  | { readonly type: 'assign'; readonly teammate?: TeammateId | null; readonly team?: TeamId | null }
  | { readonly type: 'claim'; readonly teammate: TeammateId }
  /** By an assignment policy, or because who had it is gone. */
  | {
      readonly type: 'reassign';
      readonly teammate?: TeammateId | null;
      readonly team?: TeamId | null;
      readonly because: 'policy' | 'assignee-gone' | 'team-deleted';
    }
  | { readonly type: 'close' }
  | { readonly type: 'open' }
  | { readonly type: 'snooze'; readonly until: SnoozeUntil }
  | { readonly type: 'unsnooze' }
  | { readonly type: 'wake' }
  | { readonly type: 'share'; readonly teammate: TeammateId }
  | { readonly type: 'unshare'; readonly teammate: TeammateId }
  | { readonly type: 'mark-spam'; readonly because: 'teammate' | 'sender-forged' | 'flood' }
  | { readonly type: 'unmark-spam' }
  | { readonly type: 'rate'; readonly score: number }
  | ({ readonly type: 'change-details' } & DetailsGiven)
  /** Said to the one that goes; the other is told by `absorb`. */
  | { readonly type: 'merge'; readonly into: Conversation }
  | { readonly type: 'absorb'; readonly from: Conversation }
  | { readonly type: 'mark-contact-read'; readonly message: MessageId }
  | {
      readonly type: 'change-delivery';
      readonly message: MessageId;
      readonly state: DeliveryState;
      readonly reason: string | null;
    }
);

export type ConversationCommandType = ConversationCommand['type'];

/** What is to be changed; absent keys stay. Words go beside the events, so that only their being changed is said. */
export interface DetailsGiven {
  readonly subject?: string;
  readonly priority?: Priority;
  readonly tags?: readonly TagId[];
  readonly attributes?: Conversation['attributes'];
}

/** What a reply does to the state once it is said, in the same commit. */
export type ThenAfterReply = 'open' | 'close' | { readonly snooze: SnoozeUntil };

/** The first message of a conversation that is not there yet. */
export interface StartCommand {
  readonly type: 'start';
  readonly by: ActorRef;
  readonly conversation: ConversationId;
  readonly channel: string;
  readonly contact: ContactId;
  readonly holder: Holder | null;
  readonly continues: ConversationId | null;
  readonly message: MessageId;
  readonly kind: 'inbound' | 'reply';
  readonly automatic: boolean;
}
