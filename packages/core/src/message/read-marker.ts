import type { ConversationId, MessageId, TeammateId } from '../shared/id.ts';
import type { Seq } from '../shared/seq.ts';

/** The newest message of a conversation that a teammate has read. */
export interface ReadMarker {
  readonly id: string;
  readonly version: number;
  readonly teammate: TeammateId;
  readonly conversation: ConversationId;
  readonly message: MessageId;
  /** Of the message's `message-added`. */
  readonly seq: Seq;
}

export function readMarkerId(teammate: TeammateId, conversation: ConversationId): string {
  return `${teammate}/${conversation}`;
}

/** Unread: its newest message lies above the marker. */
export function isUnread(conversation: { readonly last: { readonly seq: Seq } }, marker: ReadMarker | undefined): boolean {
  return conversation.last.seq > (marker?.seq ?? 0);
}
