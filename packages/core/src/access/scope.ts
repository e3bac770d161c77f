import type { Assignment, Conversation } from '../conversation/conversation.ts';
import type { Actor, Holder } from '../people/actor.ts';
import type { ConversationId, SessionId, TeamId, TeammateId } from '../shared/id.ts';

/** What an actor may read, as data: storage filters lists, counts and search by it. */
export type Scope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  /** Conversations without a team, of these teams, assigned to or shared with this teammate. */
  | {
      readonly kind: 'member';
      readonly noTeam: boolean;
      readonly teams: readonly TeamId[];
      readonly assignee: TeammateId;
      readonly sharedWith: TeammateId;
    }
  /** Conversations begun by this session, or by anyone for whom the host signed this identity. */
  | { readonly kind: 'holder'; readonly session: SessionId; readonly identity: string | null };

export function scope(actor: Actor): Scope {
  switch (actor.kind) {
    case 'teammate':
      if (actor.role !== 'member' || actor.isolation === 'off') return { kind: 'everything' };
      return { kind: 'member', noTeam: true, teams: actor.teams, assignee: actor.id, sharedWith: actor.id };
    case 'integrator':
      return { kind: actor.scopes.includes('conversations:read') ? 'everything' : 'nothing' };
    case 'visitor':
      return { kind: 'holder', session: actor.session, identity: actor.identity };
    // The host manages people and settings; what was written is none of its business.
    case 'host':
      return { kind: 'nothing' };
    case 'system':
      return { kind: 'everything' };
  }
}

/** Who reads a conversation from a widget: who holds it, and who holds one that was merged into it. */
export function holdersOf({ holder, mergedFrom }: Pick<Conversation, 'holder' | 'mergedFrom'>): readonly Holder[] {
  return [holder, ...mergedFrom.map((origin) => origin.holder)].filter((one) => one !== null);
}

export function isHolder(
  scope: { readonly session: SessionId; readonly identity: string | null },
  holder: Holder | null,
): boolean {
  if (!holder) return false;
  return holder.session === scope.session || (holder.identity !== null && holder.identity === scope.identity);
}

/**
 * Whether a holder may know of an event of `conversation`, or of one that was merged into it: of its own origin
 * everything, of the others what came after they became one.
 */
export function holderKnows(
  scope: { readonly session: SessionId; readonly identity: string | null },
  { id, holder, mergedFrom }: Pick<Conversation, 'id' | 'holder' | 'mergedFrom'>,
  event: { readonly conversation: ConversationId; readonly version: number },
): boolean {
  if (event.conversation === id && isHolder(scope, holder)) return true;
  return mergedFrom.some(
    (origin) =>
      isHolder(scope, origin.holder) &&
      (origin.conversation === event.conversation ||
        origin.reads.some((read) => read.conversation === event.conversation && event.version > read.version)),
  );
}

export function inScope(scope: Scope, conversation: Conversation): boolean {
  switch (scope.kind) {
    case 'everything':
      return true;
    case 'nothing':
      return false;
    case 'member':
      return (
        scopeCovers(scope, conversation.assignee) ||
        conversation.sharedWith.some((share) => share.teammate === scope.sharedWith)
      );
    case 'holder': {
      return holdersOf(conversation).some((holder) => isHolder(scope, holder));
    }
  }
}

/** Whether the assignment alone, without any share, brings a conversation into the scope. */
export function scopeCovers(scope: Scope, assignee: Assignment): boolean {
  if (scope.kind === 'everything') return true;
  if (scope.kind !== 'member') return false;
  if (assignee.teammate === scope.assignee) return true;
  return assignee.team === null ? scope.noTeam : scope.teams.includes(assignee.team);
}
