import type { ActorRef } from '../people/actor.ts';
import type { TeamId, TeammateId } from '../shared/id.ts';
import type { ConversationEvent, DeliveryState, Restored } from './event.ts';

/** What a rule must know and the conversation does not hold. */
export interface Facts {
  /** The events after the version that the caller had last seen; none when it did not say. */
  readonly unseen: readonly ConversationEvent[];
  /** How the assigned teammate stands, asked when the contact writes. */
  readonly assignee: 'present' | 'away-reassigning' | 'deactivated';
  /** Whom the note mentions, as it reads now, in the order of the text. */
  readonly mentioned: readonly Mentioned[];
  /** Whom an assignment, claim or share names. */
  readonly target: { readonly teammate: 'active' | 'deactivated' | 'unknown'; readonly team: 'known' | 'unknown' };
  /** The message that the command names, where it names one. */
  readonly message: MessageFacts | null;
  /** The contact has read the message that the command names, or a newer one. */
  readonly hasContactRead: boolean;
  /** The workspace lets timed snoozes sleep on although the contact writes. */
  readonly keepTimedSnoozes: boolean;
}

/** How a message stands that is to be changed. */
export interface MessageFacts {
  readonly author: ActorRef;
  readonly kind: 'inbound' | 'reply' | 'note';
  readonly isGone: boolean;
  /** Of its delivery; `null` where it goes nowhere. `sending` has left our hands. */
  readonly delivery: DeliveryState | 'sending' | null;
  /** Its channel lets what is queued be taken back. */
  readonly canUndo: boolean;
  /** What its reply had changed, and nothing else since. */
  readonly restores: Restored;
  /** Whom it has mentioned before; they are not told twice. */
  readonly mentioned: readonly (TeammateId | TeamId)[];
}

/** A mention shares with so many members of a team in its own commit; with those of a larger team by a job. */
export const maxSharesAtOnce = 100;

/** A team stands with its members at the moment of the mention. */
export type Mentioned =
  | { readonly teammate: TeammateId }
  | { readonly team: TeamId; readonly members: readonly TeammateId[] };

/** The facts of a quiet day: nothing unseen, everybody there, nobody mentioned. */
export const plainFacts: Facts = {
  unseen: [],
  assignee: 'present',
  mentioned: [],
  target: { teammate: 'active', team: 'known' },
  message: null,
  hasContactRead: false,
  keepTimedSnoozes: false,
};
