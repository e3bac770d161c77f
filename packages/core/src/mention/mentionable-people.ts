import type { Team } from '../people/team.ts';
import type { Teammate } from '../people/teammate.ts';

/** Whom a mention can mean, as the inbox and the storage have them. */
export interface MentionablePeople {
  readonly teammates: readonly Pick<Teammate, 'id' | 'name' | 'handle' | 'status'>[];
  readonly teams: readonly Pick<Team, 'id' | 'name' | 'handle'>[];
}
