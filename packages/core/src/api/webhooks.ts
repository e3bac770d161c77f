import { z } from 'zod';
import type { WithSecret } from '../action/keep-webhooks.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { maxWebhooks, type Webhook } from '../webhook/webhook.ts';
import { webhookEventTypes } from '../webhook/webhook-event-types.ts';
import { notAvailable } from './not-available.ts';
import { type Call, operation } from './operation.ts';
import { instant, limit, webhookId } from './schemas.ts';

const callers = ['teammate', 'integrator', 'host'] as const;
const path = z.strictObject({ webhook: webhookId });
const url = z
  .string()
  .max(4000)
  .meta({ description: 'https; http for localhost only.', example: 'https://shop.example/hooks/desk' });
const events = z
  .array(z.enum(webhookEventTypes))
  .max(100)
  .readonly()
  .meta({ description: 'Types of events; none: all.', example: ['message-added'] });
const status = z.enum(['on', 'off']);

const webhook = z
  .object({ id: webhookId, version: z.number(), url: z.string(), events, status, createdAt: instant })
  .meta({ id: 'Webhook', description: 'Where the host is told what happens, per Standard Webhooks.' });

const withSecret = z.object({
  webhook,
  secret: z.string().meta({ description: 'Signs what is sent: whsec_ and base64. Shown now, and never again.' }),
});

function viewOf({ secrets, ...shown }: Webhook): z.input<typeof webhook> {
  return shown;
}

function answer(result: Result<Webhook>): Result<z.input<typeof webhook>> {
  return result.ok ? ok(viewOf(result.value)) : result;
}

function answerSecret(result: Result<WithSecret>): Result<z.input<typeof withSecret>> {
  return result.ok ? ok({ webhook: viewOf(result.value.webhook), secret: result.value.secret }) : result;
}

export const listWebhooks = operation({
  summary: 'The webhooks of the workspace',
  callers,
  output: z.object({
    items: z.array(webhook).meta({ description: `All of them: at most ${maxWebhooks}, so there are no pages.` }),
  }),
  refusals: [],
  async handle(_input, { desk, actor }) {
    const found = await desk.attempt(actor).listWebhooks();
    return found.ok ? ok({ items: found.value.map(viewOf) }) : found;
  },
});

const refusals = ['url-invalid', 'event-unknown'];

export const addWebhook = operation({
  summary: 'Add a webhook; its secret is shown now and never again, so it takes no Idempotency-Key',
  callers,
  status: 201,
  body: z.strictObject({ id: webhookId.optional(), url, events: events.optional() }),
  output: withSecret,
  refusals: [...refusals, 'id-taken', 'limit-reached'],
  handle: async (input, { desk, actor }) => answerSecret(await desk.attempt(actor).addWebhook(input)),
});

export const changeWebhook = operation({
  summary: 'Change a webhook, or switch it off and on',
  callers,
  path,
  body: z.strictObject({ url: url.optional(), events: events.optional(), status: status.optional() }),
  output: webhook,
  refusals,
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).changeWebhook(input)),
});

export const deleteWebhook = operation({
  summary: 'Delete a webhook',
  callers,
  path,
  output: webhook.meta({ description: 'As it was.' }),
  refusals: [],
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).deleteWebhook(input.webhook)),
});

export const rotateWebhookSecret = operation({
  summary: 'A new secret, shown now and never again; the one before it signs too, for a day',
  callers,
  path,
  body: z.strictObject({}),
  output: withSecret,
  refusals: [],
  handle: async (input, { desk, actor }) => answerSecret(await desk.attempt(actor).rotateWebhookSecret(input.webhook)),
});

const delivery = z.object({
  id: z.string(),
  event: z.enum(webhookEventTypes),
  at: instant,
  attempts: z.number(),
  status: z.number().nullable().meta({ description: 'What the far end answered; null: nothing.' }),
});

export const listWebhookDeliveries = operation({
  summary: 'What was sent to a webhook, newest first',
  callers,
  path,
  query: z.strictObject({ limit, cursor: z.string().optional() }),
  output: z.object({ items: z.array(delivery), nextCursor: z.string().optional() }),
  refusals: ['not-available'],
  handle: (input, call) => refuseForNow(input, call, 'read-settings'),
});

export const redeliverWebhook = operation({
  summary: 'Send something to a webhook again',
  callers,
  path: z.strictObject({ webhook: webhookId, delivery: z.string().max(100) }),
  body: z.strictObject({}),
  output: delivery,
  refusals: ['not-available'],
  handle: (input, call) => refuseForNow(input, call, 'change-settings'),
  again: async () => refuse({ code: 'not-available' }),
});

async function refuseForNow(
  { webhook }: z.output<typeof path>,
  { desk, actor }: Call,
  action: 'read-settings' | 'change-settings',
): Promise<Result<never>> {
  const refused = notAvailable(actor, action);
  if (refused.refusal.code === 'forbidden') return refused;
  const [row] = await desk.parts.storage.find(actor.workspace, 'webhook', [webhook]);
  return row ? refused : refuse({ code: 'not-found' });
}
