import { describe, expect, it } from 'vitest';
import type { Instant } from '../shared/instant.ts';
import { newWebhookSecret, rotateSecrets, type WebhookSecret } from './webhook.ts';

const at = '2026-01-31T09:00:00.000Z' as Instant;
const secret = (text: string, until: Instant | null = null): WebhookSecret => ({ text, until });

describe('the secret of a webhook', () => {
  it('is whsec_ and 24 bytes in base64', () => {
    const made = newWebhookSecret((length) => new Uint8Array(length).fill(255));
    expect(made).toEqual({ text: `whsec_${'/'.repeat(32)}`, until: null });
  });

  it('goes on for a day after it was rotated, and no longer when it is rotated again', () => {
    const once = rotateSecrets([secret('a')], secret('b'), at);
    const day = '2026-02-01T09:00:00.000Z' as Instant;
    expect(once).toEqual([secret('b'), secret('a', day)]);
    expect(rotateSecrets(once, secret('c'), at)).toEqual([secret('c'), secret('b', day)]);
  });
});
