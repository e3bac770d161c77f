import type { IntegratorScope } from '../people/actor.ts';
import type { ApiKeyId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import { type NewSecret, toBase64Url } from './secret.ts';

/** An integrator's key. Only its hash is kept, which is also its unique key across workspaces. */
export interface ApiKey {
  readonly id: ApiKeyId;
  readonly version: number;
  readonly name: string;
  readonly scopes: readonly IntegratorScope[];
  /** As `hashApiKey` gives it. */
  readonly hash: string;
  readonly createdAt: Instant;
}

export const apiKeyPrefix = 'dk_';

/** A new key as its holder gets it, with 256 random bits. */
export function newApiKeyText(newSecret: NewSecret): string {
  return `${apiKeyPrefix}${toBase64Url(newSecret(32))}`;
}

/** SHA-256 in hexadecimal. One round is enough: a key is random, so nothing can be guessed. */
export async function hashApiKey(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
