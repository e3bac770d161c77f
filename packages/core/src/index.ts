export { type Action, can } from './access/can.ts';
export { inScope, type Scope, scope } from './access/scope.ts';
export { type View, view } from './access/view.ts';
export type { NewTeam } from './action/change-teams.ts';
export type { NewTeammate } from './action/invite-teammate.ts';
export type { ProvenVisitor } from './action/open-session.ts';
export type { Logger, Once, Parts } from './action/parts.ts';
export type { NewWorkspace } from './action/set-up-workspace.ts';
export type { AssignmentPolicy } from './assignment/assignment-policy.ts';
export type { Rotation } from './assignment/rotation.ts';
export type { Attributes } from './attribute/attribute.ts';
export type { AttributeSchema, AttributeType } from './attribute/attribute-schema.ts';
export type { BlobStore } from './blobs/blob-store.ts';
export { createMemoryBlobStore } from './blobs/memory-blob-store.ts';
export {
  type Channel,
  type Inbound,
  type Outbound,
  type Received,
  type Receiver,
  SendError,
  type Sent,
} from './channel/channel.ts';
export { accepts } from './conversation/accepts.ts';
export {
  type Cell,
  type CellDelta,
  type CellValue,
  cellDelta,
  cellKey,
  cellsOf,
  parseCellKey,
  type Tab,
  tabOf,
} from './conversation/cells.ts';
export type {
  ConversationCommand,
  ConversationCommandType,
  DetailsGiven,
  StartCommand,
  ThenAfterReply,
} from './conversation/command.ts';
export type {
  Assignment,
  Conversation,
  ConversationState,
  ConversationStatus,
  LastMessage,
  Origin,
  Priority,
  Share,
  SnoozeUntil,
} from './conversation/conversation.ts';
export type { ConversationSort } from './conversation/conversation-sort.ts';
export { decide } from './conversation/decide.ts';
export type {
  AssignedBecause,
  ConversationEvent,
  ConversationEventType,
  ConversationFact,
  DeliveryState,
  DetailField,
  OpenedBecause,
  Restored,
} from './conversation/event.ts';
export { evolve } from './conversation/evolve.ts';
export type { MessageFacts } from './conversation/facts.ts';
export { type Facts, type Mentioned, plainFacts } from './conversation/facts.ts';
export {
  cellInScope,
  countFolder,
  type Folder,
  type FolderCounts,
  folderKey,
  isInFolder,
} from './conversation/folder.ts';
export { matters } from './conversation/matters.ts';
export type { ConversationRefusal, RefusalOf } from './conversation/refusal.ts';
export { start } from './conversation/start.ts';
export { type Acts, type Attempts, createDesk, type Desk, type DeskEvent, type DeskOptions } from './desk.ts';
export type { Directory, LeasedWork } from './directory/directory.ts';
export type { Draft, DraftKind } from './draft/draft.ts';
export { DeskError, isDeskError } from './errors.ts';
export type { BusinessHours, OpenHours, Weekday } from './hours/business-hours.ts';
export type { Job, JobTask } from './job/job.ts';
export type { Frame, PersonalRow } from './log/frame.ts';
export type { PersonalFact } from './log/log-event.ts';
export {
  type AudienceSide,
  type ConversationAudience,
  type ConversationLogEvent,
  isConversationEvent,
  type LogEvent,
  type LogEventType,
  type WorkspaceEvent,
  type WorkspaceFact,
} from './log/log-event.ts';
export type { Presence } from './log/presence.ts';
export type { TimelineEntry } from './log/timeline-entry.ts';
export { detectMentionTrigger, type MentionTrigger } from './mention/detect-mention-trigger.ts';
export type { MentionablePeople } from './mention/mentionable-people.ts';
export { parseMentions, type Segment } from './mention/parse-mentions.ts';
export { type ResolvedSegment, resolveMentions } from './mention/resolve-mentions.ts';
export { type MentionSuggestion, suggestMentions } from './mention/suggest-mentions.ts';
export { type Body, maxBodyLength, previewOf } from './message/body.ts';
export { type Delivery, deliveryIdOf } from './message/delivery.ts';
export type { Attachment, EmailOfMessage, Mailbox, Message, MessageKind, StoodBefore } from './message/message.ts';
export { type Block, type Inline, parseBody, wordsOf } from './message/parse-markdown.ts';
export { plainMessage } from './message/plain-message.ts';
export type { ReadMarker } from './message/read-marker.ts';
export type { Because, ToldNobody } from './notification/because.ts';
export type { Notification } from './notification/notification.ts';
export type { Preferences } from './notification/preferences.ts';
export {
  type Actor,
  type ActorRef,
  type Holder,
  type HostActor,
  type IntegratorActor,
  type IntegratorScope,
  integratorScopes,
  refOf,
  type SystemActor,
  type TeammateActor,
  type VisitorActor,
} from './people/actor.ts';
export { type Contact, emailOf } from './people/contact.ts';
export { isHandle, normaliseHandle } from './people/handle.ts';
export { type Identity, normaliseAddress } from './people/identity.ts';
export type { Suppression } from './people/suppression.ts';
export type { Team } from './people/team.ts';
export type { Role, Teammate } from './people/teammate.ts';
export { externalIdKey, handleKey, identityKey } from './people/unique-keys.ts';
export type { SavedReply } from './saved-reply/saved-reply.ts';
export type { SavedView } from './saved-view/saved-view.ts';
export type { Term } from './search/search-words.ts';
export type { Brand } from './shared/brand.ts';
export type {
  ApiKeyId,
  AttachmentId,
  ContactId,
  ConversationId,
  DeliveryId,
  IdKind,
  JobId,
  MessageId,
  NewId,
  NotificationId,
  SavedReplyId,
  SavedViewId,
  SessionId,
  TagId,
  TeamId,
  TeammateId,
  WebhookId,
  WorkspaceId,
} from './shared/id.ts';
export { isId, newId } from './shared/id.ts';
export { type Clock, type Instant, parseInstant, plus, systemClock, toInstant } from './shared/instant.ts';
export type { Page } from './shared/page.ts';
export { type Ok, ok, type Refusal, type Refused, type Result, refuse } from './shared/result.ts';
export { pendingSeq, resolveSeq, type Seq } from './shared/seq.ts';
export { createLocalSignals } from './signals/local-signals.ts';
export type { Signal, Signals } from './signals/signals.ts';
export {
  type Change,
  type Claim,
  type Committed,
  type Expectation,
  emptyChange,
  type IndexedMessage,
  type ListPlace,
  type Settlement,
  type Work,
  type WorkKind,
} from './storage/change.ts';
export { type Branch, branchesOf, type ConversationQuery, notWaiting, sortKey } from './storage/conversation-query.ts';
export { type Facet, facetsOf, holderFacets, sharedFacet, tagFacet } from './storage/facet.ts';
export { resolveRow } from './storage/resolve-row.ts';
export type { AttachmentRow, IdempotentAnswer, Row, RowKind, RowOf, RowRef } from './storage/row.ts';
export type { EventQuery, Hit, ListPage, SearchQuery, Storage } from './storage/storage.ts';
export { isStorageError, StorageError } from './storage/storage-error.ts';
export type { Tag } from './tag/tag.ts';
export type { Webhook, WebhookSecret } from './webhook/webhook.ts';
export { type WebhookEventType, webhookEventTypes } from './webhook/webhook-event-types.ts';
export { readAddress } from './workspace/address.ts';
export { type ApiKey, apiKeyPrefix, hashApiKey } from './workspace/api-key.ts';
export type { SettingsGiven } from './workspace/change-settings.ts';
export { hostWorkspace } from './workspace/host-workspace.ts';
export { readName } from './workspace/name.ts';
export { type NewSecret, newSecret } from './workspace/secret.ts';
export { everywhereKeys } from './workspace/unique-keys.ts';
export type { VisitorSession } from './workspace/visitor-session.ts';
export type { AutoAnswers, WidgetLook, Workspace } from './workspace/workspace.ts';
