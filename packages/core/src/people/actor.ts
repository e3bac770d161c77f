import type { ApiKeyId, ContactId, SessionId, TeamId, TeammateId, WorkspaceId } from '../shared/id.ts';
import type { Role } from './teammate.ts';

/** Who acts: found by the adapter that checked the token, and trusted from there on. */
export type Actor = TeammateActor | IntegratorActor | VisitorActor | HostActor | SystemActor;

export interface TeammateActor {
  readonly kind: 'teammate';
  readonly workspace: WorkspaceId;
  readonly id: TeammateId;
  readonly role: Role;
  readonly teams: readonly TeamId[];
  /** The workspace's setting; `off`: members see everything. */
  readonly isolation: 'on' | 'off';
}

export interface IntegratorActor {
  readonly kind: 'integrator';
  readonly workspace: WorkspaceId;
  readonly id: ApiKeyId;
  readonly scopes: readonly IntegratorScope[];
}

export const integratorScopes = [
  'conversations:read',
  'conversations:write',
  'contacts:read',
  'contacts:write',
  'contacts:admin',
  'people:read',
  'people:write',
  'settings:read',
  'settings:write',
  'mail:write',
] as const;

export type IntegratorScope = (typeof integratorScopes)[number];

/** A person in front of the widget, known by a session that the server issued. */
export interface VisitorActor {
  readonly kind: 'visitor';
  readonly workspace: WorkspaceId;
  readonly session: SessionId;
  readonly contact: ContactId;
  /** The host's own id of its user, when the host signed it for this session. */
  readonly identity: string | null;
}

/** The product that embeds the desk, by its own key: people and settings of any workspace, never what was written. */
export interface HostActor {
  readonly kind: 'host';
  readonly workspace: WorkspaceId;
  readonly id: ApiKeyId;
}

/** DeskKit itself: channels, timers and jobs. */
export interface SystemActor {
  readonly kind: 'system';
  readonly workspace: WorkspaceId;
}

/** An actor as events and rows name it: ids only. */
export type ActorRef =
  | { readonly kind: 'teammate'; readonly id: TeammateId }
  | { readonly kind: 'integrator'; readonly id: ApiKeyId }
  | { readonly kind: 'host'; readonly id: ApiKeyId }
  | { readonly kind: 'contact'; readonly id: ContactId }
  /** A sender who is no participant; the message's row has the address. */
  | { readonly kind: 'outsider' }
  | { readonly kind: 'system' };

export function refOf(actor: Actor): ActorRef {
  switch (actor.kind) {
    case 'teammate':
      return { kind: 'teammate', id: actor.id };
    case 'integrator':
      return { kind: 'integrator', id: actor.id };
    case 'visitor':
      return { kind: 'contact', id: actor.contact };
    case 'host':
      return { kind: 'host', id: actor.id };
    case 'system':
      return { kind: 'system' };
  }
}

export function sameActor(one: ActorRef, other: ActorRef): boolean {
  return one.kind === other.kind && ('id' in one ? 'id' in other && one.id === other.id : true);
}

/** Who may read a visitor's conversation: the session that began it, and the identity the host signed for it. */
export interface Holder {
  readonly session: SessionId;
  readonly identity: string | null;
}
