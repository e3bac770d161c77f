import type { TeammateId } from '../shared/id.ts';

/** Whose turn it was last in a team, or in the workspace; `id` is the team's or the workspace's. */
export interface Rotation {
  readonly id: string;
  readonly version: number;
  readonly last: TeammateId;
}
