import type { BlobStore } from '../blobs/blob-store.ts';
import type { Channel } from '../channel/channel.ts';
import type { Directory } from '../directory/directory.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { NewId, WorkspaceId } from '../shared/id.ts';
import type { Clock } from '../shared/instant.ts';
import type { Signals } from '../signals/signals.ts';
import type { Storage } from '../storage/storage.ts';
import type { NewSecret } from '../workspace/secret.ts';

/** What the actions work with; `createDesk` puts it together. */
export interface Parts {
  readonly storage: Storage;
  readonly directory: Directory;
  readonly signals: Signals;
  readonly blobs: BlobStore;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly newSecret: NewSecret;
  readonly logger: Logger;
  /** Written with the next commit, so that a repeat of the same request is recognised. */
  readonly once?: Once;
  /** Tells this process's own listeners, after the commit. */
  readonly tell: (workspace: WorkspaceId, events: readonly LogEvent[]) => void;
}

/** A request that its caller may repeat: which one, and the hash of what it asks. */
export interface Once {
  readonly id: string;
  readonly hash: string;
}

/** Where the desk says what its callers cannot be told. */
export interface Logger {
  warn(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
}
