import { z } from 'zod';
import { notAvailable } from './not-available.ts';
import { operation } from './operation.ts';
import { actorRef, instant, limit } from './schemas.ts';

const entry = z
  .object({ seq: z.number(), at: instant, actor: actorRef, what: z.string() })
  .meta({ id: 'AuditEntry', description: 'Who did what.' });

export const readAudit = operation({
  summary: 'Who did what in the workspace, newest first',
  callers: ['teammate', 'integrator', 'host'],
  query: z.strictObject({ limit, cursor: z.string().optional() }),
  output: z.object({ items: z.array(entry), nextCursor: z.string().optional() }),
  refusals: ['not-available'],
  handle: async (_input, { actor }) => notAvailable(actor, 'read-settings'),
});
