import type { Body } from '../message/body.ts';
import type { AttachmentId, ConversationId, TeammateId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';

export type DraftKind = 'reply' | 'note';

/** Unsent text: one per teammate, conversation and kind. Its version is its revision. */
export interface Draft {
  readonly id: string;
  readonly version: number;
  readonly teammate: TeammateId;
  readonly conversation: ConversationId;
  readonly kind: DraftKind;
  readonly body: Body;
  readonly attachments: readonly AttachmentId[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly at: Instant;
}

export function draftId(teammate: TeammateId, conversation: ConversationId, kind: DraftKind): string {
  return `${teammate}/${conversation}/${kind}`;
}

/** The list of a teammate's drafts. */
export function draftsList(teammate: TeammateId): string {
  return `drafts/${teammate}`;
}
