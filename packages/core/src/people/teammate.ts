import type { TeamId, TeammateId } from '../shared/id.ts';

export type Role = 'owner' | 'admin' | 'member';

/** A person of the workspace who works the inbox. */
export interface Teammate {
  readonly id: TeammateId;
  readonly version: number;
  /** The host's own id of this person: the `sub` of its tokens. Unique in the workspace. */
  readonly externalId: string;
  readonly name: string;
  readonly email: string | null;
  /** What comes after `@`; unique among teammates and teams. Letters, digits, `-`, `_` and `.`. */
  readonly handle: string;
  readonly role: Role;
  readonly teams: readonly TeamId[];
  readonly status: 'active' | 'deactivated';
  readonly availability: 'available' | 'away';
  /** While away: a contact's message takes the person, not the team, off the conversation. */
  readonly reassignAnswers: boolean;
}
