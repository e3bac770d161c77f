import type { WebhookId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';

/** Where a host wants to be told what happens, per Standard Webhooks. */
export interface Webhook {
  readonly id: WebhookId;
  readonly version: number;
  readonly url: string;
  /** Event types; empty: all. */
  readonly events: readonly string[];
  readonly status: 'on' | 'off';
  /** Signs what is sent: `whsec_` and base64. After a rotation the one before it signs too, for a day. */
  readonly secrets: readonly string[];
  readonly createdAt: Instant;
}
