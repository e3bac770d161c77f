import type { Presence } from '../log/presence.ts';
import type { WorkspaceId } from '../shared/id.ts';
import type { Seq } from '../shared/seq.ts';

/** News between nodes that may get lost: whoever misses one looks later, and finds everything in the log. */
export type Signal =
  | { readonly kind: 'log-grew'; readonly seq: Seq }
  | { readonly kind: 'presence'; readonly presence: Presence };

export interface Signals {
  /** Reaches every listener of every node sometimes, and this node's own always. At most 4 kB as JSON. */
  publish(workspace: WorkspaceId, signal: Signal): void;
  /** Gives back what ends the listening. */
  listen(listener: (workspace: WorkspaceId, signal: Signal) => void): () => void;
  close(): Promise<void>;
}
