import type { IntegratorScope } from '../people/actor.ts';
import type { ApiKeyId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';

/** An integrator's key. Only its hash is kept, as a unique key across workspaces. */
export interface ApiKey {
  readonly id: ApiKeyId;
  readonly version: number;
  readonly name: string;
  readonly scopes: readonly IntegratorScope[];
  readonly createdAt: Instant;
}
