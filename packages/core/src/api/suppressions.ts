import { z } from 'zod';
import type { Suppression } from '../people/suppression.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { readAddress } from '../workspace/address.ts';
import { operation } from './operation.ts';
import { instant, limit } from './schemas.ts';
import { wroteRow } from './wrote-row.ts';

const callers = ['teammate', 'integrator'] as const;

const suppression = z
  .object({ address: z.string(), because: z.enum(['bounced', 'complained', 'by-hand']), at: instant })
  .meta({ id: 'Suppression', description: 'An address that gets no mail of ours.' });

function viewOf({ id, because, at }: Suppression): z.input<typeof suppression> {
  return { address: id, because, at };
}

function answer(result: Result<Suppression>): Result<z.input<typeof suppression>> {
  return result.ok ? ok(viewOf(result.value)) : result;
}

export const listSuppressions = operation({
  summary: 'Addresses that get no mail of ours, in their order',
  callers,
  query: z.strictObject({ limit, cursor: z.string().optional() }),
  output: z.object({ items: z.array(suppression), nextCursor: z.string().optional() }),
  refusals: [],
  async handle({ limit, cursor }, { desk, actor }) {
    if (cursor !== undefined && readAddress(cursor) !== cursor) return refuse({ code: 'malformed', path: 'cursor' });
    const page = await desk.attempt(actor).listSuppressions({ after: cursor, limit });
    if (!page.ok) return page;
    const { items, next } = page.value;
    return ok({ items: items.map(viewOf), ...(next === undefined ? {} : { nextCursor: next }) });
  },
});

export const addSuppression = operation({
  summary: 'Send nothing to an address any more',
  callers,
  status: 201,
  body: z.strictObject({ address: z.string().max(400).meta({ example: 'kim@example.org' }) }),
  output: suppression,
  refusals: ['address-invalid'],
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).addSuppression(input)),
  again: async (wrote, call) =>
    answer(await wroteRow(wrote, call, { kind: 'suppression', action: 'change-suppressions' })),
});

export const deleteSuppression = operation({
  summary: 'Send to an address again',
  callers,
  path: z.strictObject({ address: z.string().max(400) }),
  output: suppression.meta({ description: 'As it was.' }),
  refusals: [],
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).deleteSuppression(input.address)),
});
