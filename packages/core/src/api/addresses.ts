import { z } from 'zod';
import { normaliseAddress } from '../people/identity.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { notAvailable } from './not-available.ts';
import { operation } from './operation.ts';
import { wroteRow } from './wrote-row.ts';

const callers = ['teammate', 'integrator', 'host'] as const;
const path = z.strictObject({ address: z.string().max(400) });

const addresses = z.object({
  items: z.array(z.object({ address: z.string() })).meta({
    description: 'Replies come from the first. At most 100, so there are no pages.',
  }),
});

type Addresses = z.input<typeof addresses>;

function answer(result: Result<readonly string[]>): Result<Addresses> {
  return result.ok ? ok({ items: result.value.map((address) => ({ address })) }) : result;
}

export const listAddresses = operation({
  summary: 'The addresses that take mail for the workspace',
  callers,
  output: addresses,
  refusals: [],
  async handle(_input, { desk, actor }) {
    const settings = await desk.attempt(actor).readSettings();
    return answer(settings.ok ? ok(settings.value.addresses) : settings);
  },
});

export const addAddress = operation({
  summary: 'Take mail at one more address; it is one workspace’s alone',
  callers,
  status: 201,
  body: z.strictObject({ address: z.string().max(400).meta({ example: 'support@shop.example' }) }),
  output: addresses,
  refusals: ['address-invalid', 'address-taken', 'limit-reached'],
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).addAddress(input)),
  async again(wrote, call) {
    const row = await wroteRow(wrote, call, { kind: 'workspace', action: 'change-settings' });
    return answer(row.ok ? ok(row.value.addresses) : row);
  },
});

export const removeAddress = operation({
  summary: 'Take no mail at an address any more; the last one stays',
  callers,
  path,
  output: addresses,
  refusals: ['last-address'],
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).removeAddress(input.address)),
});

export const checkAddress = operation({
  summary: 'Check that what is sent to an address is forwarded to the desk',
  callers,
  path,
  body: z.strictObject({}),
  output: z.object({ address: z.string(), arrived: z.boolean() }),
  refusals: ['not-available'],
  async handle({ address }, { desk, actor }) {
    const refused = notAvailable(actor, 'change-settings');
    if (refused.refusal.code === 'forbidden') return refused;
    const [workspace] = await desk.parts.storage.find(actor.workspace, 'workspace', [actor.workspace]);
    const isOurs = workspace?.addresses.some((one) => normaliseAddress(one) === normaliseAddress(address));
    return isOurs ? refused : refuse({ code: 'not-found' });
  },
  again: async () => refuse({ code: 'not-available' }),
});
