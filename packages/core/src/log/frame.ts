import type { CellValue } from '../conversation/cells.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationId } from '../shared/id.ts';
import type { Seq } from '../shared/seq.ts';
import type { WorkspaceEvent } from './log-event.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/** What one reader gets of the log. Rows come as they stand when the frame is made, never older than the event. */
export type Frame =
  | { readonly kind: 'happened'; readonly seq: Seq; readonly entry: TimelineEntry; readonly conversation: Conversation }
  | { readonly kind: 'appear'; readonly seq: Seq; readonly conversation: Conversation }
  | { readonly kind: 'forget'; readonly seq: Seq; readonly conversation: ConversationId }
  | { readonly kind: 'workspace'; readonly seq: Seq; readonly event: WorkspaceEvent }
  /** Counters in the reader's sight that changed, as they stand. */
  | { readonly kind: 'cells'; readonly seq: Seq; readonly cells: readonly CellValue[] }
  /** Everything up to here was looked at, though there may have been nothing for this reader. */
  | { readonly kind: 'position'; readonly seq: Seq };
