import type { Rotation } from '../assignment/rotation.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Draft } from '../draft/draft.ts';
import type { Job } from '../job/job.ts';
import type { Delivery } from '../message/delivery.ts';
import type { Attachment, Message } from '../message/message.ts';
import type { ReadMarker } from '../message/read-marker.ts';
import type { Notification } from '../notification/notification.ts';
import type { Preferences } from '../notification/preferences.ts';
import type { ActorRef } from '../people/actor.ts';
import type { Contact } from '../people/contact.ts';
import type { Suppression } from '../people/suppression.ts';
import type { Team } from '../people/team.ts';
import type { Teammate } from '../people/teammate.ts';
import type { SavedReply } from '../saved-reply/saved-reply.ts';
import type { SavedView } from '../saved-view/saved-view.ts';
import type { ConversationId } from '../shared/id.ts';
import type { Tag } from '../tag/tag.ts';
import type { Webhook } from '../webhook/webhook.ts';
import type { ApiKey } from '../workspace/api-key.ts';
import type { VisitorSession } from '../workspace/visitor-session.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What storage keeps: plain JSON values with an `id` and a `version`, each of a kind. */
export interface RowOf {
  workspace: Workspace;
  conversation: Conversation;
  message: Message;
  delivery: Delivery;
  attachment: AttachmentRow;
  contact: Contact;
  teammate: Teammate;
  team: Team;
  session: VisitorSession;
  'api-key': ApiKey;
  'idempotent-answer': IdempotentAnswer;
  'read-marker': ReadMarker;
  draft: Draft;
  notification: Notification;
  preferences: Preferences;
  tag: Tag;
  'saved-reply': SavedReply;
  'saved-view': SavedView;
  job: Job;
  rotation: Rotation;
  webhook: Webhook;
  suppression: Suppression;
}

export type RowKind = keyof RowOf;

/** Which row. */
export interface RowRef {
  readonly kind: RowKind;
  readonly id: string;
}

/** A row with its kind beside it. */
export type Row = { [Kind in RowKind]: { readonly kind: Kind; readonly row: RowOf[Kind] } }[RowKind];

/** A file that was handed in; `conversation` is null until a message takes it. */
export interface AttachmentRow extends Attachment {
  readonly version: number;
  readonly conversation: ConversationId | null;
  readonly by: ActorRef;
  /** Shown inside a note only, so never to a visitor. */
  readonly internal: boolean;
}

/** What the first answer to an idempotency key was: enough to give it again from the rows as they stand. */
export interface IdempotentAnswer {
  readonly id: string;
  readonly version: number;
  /** Of the request's operation and body. */
  readonly hash: string;
  readonly wrote: readonly RowRef[];
}
