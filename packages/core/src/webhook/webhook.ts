import type { WebhookId } from '../shared/id.ts';
import { type Instant, plus } from '../shared/instant.ts';
import { type NewSecret, toBase64 } from '../workspace/secret.ts';
import type { WebhookEventType } from './webhook-event-types.ts';

/** Where a host wants to be told what happens, per Standard Webhooks. */
export interface Webhook {
  readonly id: WebhookId;
  readonly version: number;
  readonly url: string;
  /** Empty: all. */
  readonly events: readonly WebhookEventType[];
  readonly status: 'on' | 'off';
  /** The newest first. */
  readonly secrets: readonly WebhookSecret[];
  readonly createdAt: Instant;
}

/** Signs what is sent. After a rotation the one before it signs too, until its time is over. */
export interface WebhookSecret {
  /** `whsec_` and base64 of 24 random bytes. */
  readonly text: string;
  /** `null`: until it is rotated. */
  readonly until: Instant | null;
}

/** Webhooks that a workspace has at most. */
export const maxWebhooks = 50;

const day = 86_400_000;

export function newWebhookSecret(newSecret: NewSecret): WebhookSecret {
  return { text: `whsec_${toBase64(newSecret(24))}`, until: null };
}

/** The secrets with a new one first; the one before it goes on for a day, older ones end now. */
export function rotateSecrets(
  secrets: readonly WebhookSecret[],
  newest: WebhookSecret,
  at: Instant,
): readonly WebhookSecret[] {
  return [newest, ...secrets.slice(0, 1).map(({ text }) => ({ text, until: plus(at, day) }))];
}
