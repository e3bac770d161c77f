import type { CellValue } from '../conversation/cells.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Draft } from '../draft/draft.ts';
import type { Presence } from '../log/presence.ts';
import type { ReadMarker } from '../message/read-marker.ts';
import type { Notification } from '../notification/notification.ts';
import type { ConversationId } from '../shared/id.ts';
import type { Seq } from '../shared/seq.ts';
import type { WorkspaceEvent } from './log-event.ts';
import type { TimelineEntry } from './timeline-entry.ts';

export type PersonalRow = Notification | Draft | ReadMarker;

/** What one reader gets of the log. Rows come as they stand when the frame is made, never older than the event. */
export type Frame =
  | { readonly kind: 'happened'; readonly seq: Seq; readonly entry: TimelineEntry; readonly conversation: Conversation }
  | { readonly kind: 'appear'; readonly seq: Seq; readonly conversation: Conversation }
  | { readonly kind: 'forget'; readonly seq: Seq; readonly conversation: ConversationId }
  | { readonly kind: 'workspace'; readonly seq: Seq; readonly event: WorkspaceEvent }
  /** Of the reader alone, with the row as it stands; `null` where it is gone. */
  | { readonly kind: 'personal'; readonly seq: Seq; readonly event: WorkspaceEvent; readonly row: PersonalRow | null }
  /** Who does what on a conversation right now; it stands in no log. */
  | { readonly kind: 'presence'; readonly seq: Seq; readonly presence: Presence }
  /** Counters in the reader's sight that changed, as they stand. */
  | { readonly kind: 'cells'; readonly seq: Seq; readonly cells: readonly CellValue[] }
  /** Everything up to here was looked at, though there may have been nothing for this reader. */
  | { readonly kind: 'position'; readonly seq: Seq };
