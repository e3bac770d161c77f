import type { ActorRef } from '../people/actor.ts';
import type { ConversationId, WorkspaceId } from '../shared/id.ts';
import type { Seq } from '../shared/seq.ts';

/** News between nodes that may get lost: whoever misses one looks later, and finds everything in the log. */
export type Signal =
  | { readonly kind: 'log-grew'; readonly seq: Seq }
  | { readonly kind: 'presence'; readonly presence: Presence };

/** What somebody does on a conversation; said again while it lasts, and over 30 seconds after it was last said. */
export interface Presence {
  readonly conversation: ConversationId;
  readonly who: ActorRef;
  readonly doing: 'viewing' | 'typing-reply' | 'typing-note' | 'left';
}

export interface Signals {
  /** Reaches every listener of every node sometimes, and this node's own always. At most 4 kB as JSON. */
  publish(workspace: WorkspaceId, signal: Signal): void;
  /** Gives back what ends the listening. */
  listen(listener: (workspace: WorkspaceId, signal: Signal) => void): () => void;
  close(): Promise<void>;
}
