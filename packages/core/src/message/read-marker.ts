import type { ConversationId, MessageId, TeammateId } from '../shared/id.ts';
import type { Seq } from '../shared/seq.ts';

/** How far a teammate has read a conversation. */
export interface ReadMarker {
  readonly id: string;
  readonly version: number;
  readonly teammate: TeammateId;
  readonly conversation: ConversationId;
  /** The newest message that was read; `null` where the first one was made unread. */
  readonly message: MessageId | null;
  /** Of that message's `message-added`; 0 where there is none. */
  readonly seq: Seq;
}

/** A message in its place. */
export type Place = Pick<ReadMarker, 'message' | 'seq'>;

export function readMarkerId(teammate: TeammateId, conversation: ConversationId): string {
  return `${teammate}/${conversation}`;
}

/** Unread: its newest message lies above the marker. */
export function isUnread(
  conversation: { readonly last: { readonly seq: Seq } },
  marker: Pick<ReadMarker, 'seq'> | undefined,
): boolean {
  return conversation.last.seq > (marker?.seq ?? 0);
}

/**
 * Where the marker goes when the message at `at` is read, or is to be unread again with `below` the message before
 * it; `undefined` where it stays. Reading never takes it back, unreading never takes it forward.
 */
export function moveMarker(
  marker: Place | undefined,
  { at, below, unread }: { readonly at: Place; readonly below: Place; readonly unread: boolean },
): Place | undefined {
  const seq = marker?.seq ?? 0;
  if (unread) return seq > below.seq ? below : undefined;
  return at.seq > seq ? at : undefined;
}
