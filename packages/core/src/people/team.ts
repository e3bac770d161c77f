import type { TeamId } from '../shared/id.ts';

/** A named group of teammates, which can be assigned and mentioned. Who is in it stands with the teammates. */
export interface Team {
  readonly id: TeamId;
  readonly version: number;
  readonly name: string;
  /** What comes after `@`; unique among teammates and teams. */
  readonly handle: string;
}
