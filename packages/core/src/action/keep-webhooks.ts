import type { Actor } from '../people/actor.ts';
import type { WebhookId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { refuseUrl, type UrlInvalid } from '../webhook/refuse-url.ts';
import { maxWebhooks, newWebhookSecret, rotateSecrets, type Webhook } from '../webhook/webhook.ts';
import { webhookEventTypes } from '../webhook/webhook-event-types.ts';
import { type Given, withoutAbsent } from '../workspace/without-absent.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import { type AddRefusal, addRow, changeRow, type Keeping, listRows, removeRow } from './keep-row.ts';
import type { Parts } from './parts.ts';

const webhooks: Keeping<'webhook'> = {
  kind: 'webhook',
  rowOf: (row) => ({ kind: 'webhook', row }),
  whatOf: () => 'webhooks',
};

type Content = Pick<Webhook, 'url' | 'events' | 'status'>;
type ContentRefusal = UrlInvalid | { readonly code: 'event-unknown'; readonly path: string };

/** A webhook whose newest secret has just been made: to be shown now, and never again. */
export interface WithSecret {
  readonly webhook: Webhook;
  readonly secret: string;
}

export async function listWebhooks(parts: Parts, actor: Actor): Promise<Result<readonly Webhook[], Forbidden>> {
  return gateOf(actor, 'read-settings') ?? ok(await listRows(parts, actor, 'webhook'));
}

export async function findWebhook(
  parts: Parts,
  actor: Actor,
  id: WebhookId,
): Promise<Result<Webhook, NotFound | Forbidden>> {
  const forbidden = gateOf(actor, 'read-settings');
  if (forbidden) return forbidden;
  const [webhook] = await parts.storage.find(actor.workspace, 'webhook', [id]);
  return webhook ? ok(webhook) : refuse({ code: 'not-found' });
}

export async function addWebhook(
  parts: Parts,
  actor: Actor,
  given: { readonly id?: WebhookId | undefined; readonly url: string; readonly events?: Webhook['events'] | undefined },
): Promise<Result<WithSecret, Forbidden | ContentRefusal | AddRefusal>> {
  const forbidden = gateOf(actor, 'change-settings');
  if (forbidden) return forbidden;
  const read = readContent({ url: given.url, events: given.events ?? [], status: 'on' });
  if (!read.ok) return read;
  const secret = newWebhookSecret(parts.newSecret);
  const added = await addRow(
    parts,
    actor,
    webhooks,
    {
      id: given.id ?? parts.newId('webhook'),
      version: 1,
      ...read.value,
      secrets: [secret],
      createdAt: parts.clock.now(),
    },
    { limit: maxWebhooks },
  );
  return added.ok ? ok({ webhook: added.value, secret: secret.text }) : added;
}

export async function changeWebhook(
  parts: Parts,
  actor: Actor,
  { webhook, ...given }: { readonly webhook: WebhookId } & Given<Content>,
): Promise<Result<Webhook, NotFound | Forbidden | ContentRefusal>> {
  const forbidden = gateOf(actor, 'change-settings');
  if (forbidden) return forbidden;
  return changeRow(parts, actor, webhooks, webhook, (before) => {
    const { url, events, status } = { ...before, ...withoutAbsent(given) };
    const read = readContent({ url, events, status });
    return read.ok ? ok({ ...before, ...read.value }) : read;
  });
}

export async function deleteWebhook(
  parts: Parts,
  actor: Actor,
  webhook: WebhookId,
): Promise<Result<Webhook, NotFound | Forbidden>> {
  return gateOf(actor, 'change-settings') ?? removeRow(parts, actor, webhooks, webhook);
}

/** A new secret; the one before it signs too, for a day. */
export async function rotateWebhookSecret(
  parts: Parts,
  actor: Actor,
  webhook: WebhookId,
): Promise<Result<WithSecret, NotFound | Forbidden>> {
  const forbidden = gateOf(actor, 'change-settings');
  if (forbidden) return forbidden;
  const secret = newWebhookSecret(parts.newSecret);
  const rotate = (before: Webhook): Result<Webhook, never> =>
    ok({ ...before, secrets: rotateSecrets(before.secrets, secret, parts.clock.now()) });
  const changed = await changeRow(parts, actor, webhooks, webhook, rotate);
  return changed.ok ? ok({ webhook: changed.value, secret: secret.text }) : changed;
}

function readContent({ url, events, status }: Content): Result<Content, ContentRefusal> {
  const refused = refuseUrl(url);
  if (refused) return refused;
  const unknown = events.findIndex((type) => !webhookEventTypes.includes(type));
  if (unknown !== -1) return refuse({ code: 'event-unknown', path: `events.${unknown}` });
  return ok({ url, events: [...new Set(events)], status });
}
