import type { Conversation } from '../conversation/conversation.ts';
import type { Delivery } from '../message/delivery.ts';
import type { Attachment, Message } from '../message/message.ts';
import type { ActorRef } from '../people/actor.ts';
import type { Contact } from '../people/contact.ts';
import type { Team } from '../people/team.ts';
import type { Teammate } from '../people/teammate.ts';
import type { ConversationId } from '../shared/id.ts';
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
