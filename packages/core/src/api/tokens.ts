import type { ProvenVisitor } from '../action/open-session.ts';
import type { Actor, VisitorActor } from '../people/actor.ts';
import type { WorkspaceId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';

/** Who calls, and until when that is known. */
export interface Authenticated {
  readonly actor: Actor;
  /** `null`: for as long as the key is not revoked. */
  readonly expiresAt: Instant | null;
}

/** The port that checks and makes tokens. */
export interface Tokens {
  /** The actor behind what stands after `Bearer`, a host in no workspace yet; `undefined` for anything forged, expired, revoked or unknown. */
  check(token: string): Promise<Authenticated | undefined>;
  /** A token for a visitor's session. */
  issue(visitor: VisitorActor): Promise<{ readonly token: string; readonly expiresAt: Instant }>;
  /** What the host signs with for this workspace: the texts themselves are the keys (HS256). */
  secretsOf(workspace: WorkspaceId): Promise<{ readonly teammates: string; readonly visitors: string }>;
  /** What the host vouches for in a token that it signed; `undefined` when the signature or its time is wrong. */
  checkIdentity(workspace: WorkspaceId, identity: string): Promise<ProvenVisitor | undefined>;
}
