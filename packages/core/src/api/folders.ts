import { z } from 'zod';
import { folderKey } from '../conversation/folder.ts';
import { ok } from '../shared/result.ts';
import { operation } from './operation.ts';
import { teamId, teammateId } from './schemas.ts';

export const folderInput = z
  .string()
  .meta({ description: 'unassigned, me, shared, all, spam, team:ID or teammate:ID', example: 'unassigned' });

export const cellValue = z
  .object({
    cell: z.object({
      sharedWith: teammateId.nullable(),
      team: teamId.nullable(),
      teammate: teammateId.nullable(),
      tab: z.enum(['open', 'snoozed', 'closed', 'spam']),
    }),
    value: z.number(),
    seq: z.number(),
  })
  .meta({ id: 'CellValue', description: 'One counter; of two values the one with the newer seq is right.' });

const counts = z.object({ open: z.number(), snoozed: z.number(), closed: z.number(), spam: z.number() });

export const listFolders = operation({
  summary: 'Every folder that the caller has, with its counts',
  callers: ['teammate', 'integrator'],
  output: z.object({
    items: z.array(z.object({ key: z.string(), counts })),
    cells: z
      .array(cellValue)
      .meta({ description: 'The counters behind the counts, to keep them up to date by the stream.' }),
  }),
  refusals: [],
  async handle(_input, { desk, actor }) {
    const counted = await desk.attempt(actor).countFolders();
    if (!counted.ok) return counted;
    const { folders, cells } = counted.value;
    return ok({ items: folders.map(({ folder, counts }) => ({ key: folderKey(folder), counts })), cells: [...cells] });
  },
});
