import type { Assignment } from '../conversation/conversation.ts';
import type { ConversationEvent } from '../conversation/event.ts';
import type { DraftKind } from '../draft/draft.ts';
import type { ActorRef } from '../people/actor.ts';
import type { ContactId, ConversationId, NotificationId, TeamId, TeammateId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import type { Seq } from '../shared/seq.ts';

/** What happened to people and settings: ids only, whoever holds the row asks for it through the gate. */
export type WorkspaceFact =
  | PersonalFact
  | { readonly type: 'contact-added' | 'contact-changed' | 'contact-forgotten'; readonly contact: ContactId }
  | { readonly type: 'contact-merged'; readonly contact: ContactId; readonly into: ContactId }
  | { readonly type: 'teammate-added' | 'teammate-changed' | 'teammate-deactivated'; readonly teammate: TeammateId }
  | { readonly type: 'team-added' | 'team-changed' | 'team-deleted'; readonly team: TeamId }
  /** `null`: everybody's, since the workspace's isolation was switched. */
  | { readonly type: 'access-changed'; readonly teammate: TeammateId | null }
  | { readonly type: 'settings-changed'; readonly what: string };

/** What only the teammate hears. */
export type PersonalFact =
  | { readonly type: 'read-changed'; readonly teammate: TeammateId; readonly about: ConversationId }
  | {
      readonly type: 'draft-changed';
      readonly teammate: TeammateId;
      readonly about: ConversationId;
      readonly kind: DraftKind;
    }
  | {
      readonly type: 'notified';
      readonly teammate: TeammateId;
      readonly about: ConversationId;
      readonly notification: NotificationId;
    }
  /** Notifications were read or unread. */
  | { readonly type: 'notifications-changed'; readonly teammate: TeammateId };

export type WorkspaceEvent = WorkspaceFact & {
  readonly seq: Seq;
  readonly v: 1;
  readonly conversation: null;
  readonly version: null;
  readonly actor: ActorRef;
  readonly at: Instant;
};

/** Who may hear of a conversation's event: decided by where the conversation stood before and after it. */
export interface ConversationAudience {
  readonly before: AudienceSide | null;
  readonly after: AudienceSide;
}

export interface AudienceSide extends Assignment {
  /** Shares that this very event added (in `after`) or took away (in `before`). Older ones stand in the row. */
  readonly shares: readonly TeammateId[];
}

/** An entry of a workspace's log. Its `seq` is negative until it is committed (see `pendingSeq`). */
export type LogEvent =
  | (ConversationEvent & { readonly audience: ConversationAudience })
  | (WorkspaceEvent & { readonly audience: 'workspace' | { readonly teammate: TeammateId } });

export type LogEventType = LogEvent['type'];

/** A log entry about a conversation. */
export type ConversationLogEvent = Extract<LogEvent, { audience: ConversationAudience }>;

export function isConversationEvent(event: LogEvent): event is ConversationLogEvent {
  return event.conversation !== null;
}
