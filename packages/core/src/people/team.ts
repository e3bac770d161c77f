import type { AssignmentPolicy } from '../assignment/assignment-policy.ts';
import type { TeamId } from '../shared/id.ts';

/** A named group of teammates, which can be assigned and mentioned. Who is in it stands with the teammates. */
export interface Team {
  readonly id: TeamId;
  readonly version: number;
  readonly name: string;
  /** What comes after `@`; unique among teammates and teams. */
  readonly handle: string;
  /** Who gets what comes to the team and to nobody in it. */
  readonly assignment: AssignmentPolicy;
}
