import { z } from 'zod';
import { can } from '../access/can.ts';
import type { Actor } from '../people/actor.ts';
import type { Team } from '../people/team.ts';
import type { Teammate } from '../people/teammate.ts';
import { teamId, teammateId } from './schemas.ts';
import { assignmentPolicy } from './settings-schemas.ts';

export const role = z.enum(['owner', 'admin', 'member']);
export const availability = z.enum(['available', 'away']);

export const name = z.string().max(400).meta({ description: '1 to 200 characters.', example: 'Ana Lima' });
export const handle = z.string().max(200).meta({
  description:
    'What comes after @, unique among teammates and teams: letters and digits of any script, joined by - _ .',
  example: 'ana.lima',
});
export const externalId = z.string().min(1).max(200).meta({
  description: "The host's own id of this person: the sub of the tokens that it signs.",
  example: 'user-4711',
});
export const emailAddress = z.email().max(254).meta({ example: 'ana@example.com' });
export const reassignAnswers = z.boolean().meta({
  description: 'While away, an answer takes the person, not the team, off the conversation.',
});

export const teammate = z
  .object({
    id: teammateId,
    version: z.number(),
    externalId: z.string().nullable().meta({ description: "The host's own id; null for who may not invite." }),
    name: z.string(),
    email: z.string().nullable(),
    handle: z.string(),
    role,
    teams: z.array(teamId).readonly(),
    status: z.enum(['active', 'deactivated']),
    availability,
    reassignAnswers,
  })
  .meta({ id: 'Teammate', description: 'A person of the workspace who works the inbox.' });

export function teammateView(row: Teammate, reader: Actor): z.input<typeof teammate> {
  return { ...row, externalId: can(reader, 'change-teammates') ? row.externalId : null };
}

export const team = z
  .object({ id: teamId, version: z.number(), name: z.string(), handle: z.string(), assignment: assignmentPolicy })
  .meta({ id: 'Team', description: 'A named group of teammates, which can be assigned and mentioned.' });

export function teamView({ id, version, name, handle, assignment }: Team): z.input<typeof team> {
  return { id, version, name, handle, assignment };
}
