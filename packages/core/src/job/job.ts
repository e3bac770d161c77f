import type { Mentioned } from '../conversation/facts.ts';
import type { ActorRef } from '../people/actor.ts';
import type { ContactId, ConversationId, JobId, MessageId, TeamId, TeammateId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';

/** What is to be done to many rows, one step of at most 100 at a time. */
export type JobTask =
  /** Takes a deactivated teammate off every conversation. */
  | { readonly type: 'release-teammate'; readonly teammate: TeammateId }
  /** Takes a deleted team off every conversation, and its members out of it. */
  | { readonly type: 'release-team'; readonly team: TeamId }
  /** Shares a conversation with the members of a large team, and tells them. */
  | {
      readonly type: 'share-with-team';
      readonly conversation: ConversationId;
      readonly message: MessageId;
      readonly mentioned: Extract<Mentioned, { team: TeamId }>;
    }
  /** Puts the conversations of a merged contact under the one that stays. */
  | { readonly type: 'move-conversations'; readonly from: ContactId; readonly into: ContactId }
  /** Deletes the files of a workspace that is gone already, and then all that is left of it. */
  | { readonly type: 'remove-workspace' };

/** Work over many rows: goes on where it was, whoever does the next step. Removed when it is done. */
export interface Job {
  readonly id: JobId;
  readonly version: number;
  readonly task: JobTask;
  readonly by: ActorRef;
  readonly startedAt: Instant;
  /** How many rows were done. */
  readonly done: number;
}
