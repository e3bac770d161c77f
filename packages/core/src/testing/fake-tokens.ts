import type { Tokens } from '../api/tokens.ts';
import type { Actor } from '../people/actor.ts';
import type { Instant } from '../shared/instant.ts';

/** Tokens that are the actors themselves, written down; what the host would sign is JSON. */
export const fakeTokens: Tokens = {
  async check(token) {
    const actor = read(token) as Actor | undefined;
    return actor && { actor, expiresAt: null };
  },
  async issue(visitor) {
    return { token: tokenOf(visitor), expiresAt: '2027-01-31T09:00:00.000Z' as Instant };
  },
  async secretsOf(workspace) {
    return { teammates: `teammates of ${workspace}`, visitors: `visitors of ${workspace}` };
  },
  async checkIdentity(_workspace, identity) {
    return read(identity) as { id: string; name: string | null; email: string | null } | undefined;
  },
};

export function tokenOf(value: unknown): string {
  return encodeURIComponent(JSON.stringify(value));
}

function read(token: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(token));
  } catch {
    return undefined;
  }
}
