import type { ContactId, SessionId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';

/** What a widget's token stands for. */
export interface VisitorSession {
  readonly id: SessionId;
  readonly version: number;
  readonly contact: ContactId;
  /** The host's own id of its user, when the host signed it. */
  readonly identity: string | null;
  readonly createdAt: Instant;
}
