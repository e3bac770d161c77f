import { type Actor, apiKeyPrefix, type Desk } from '@deskkit/core';
import type { Authenticated, Tokens } from '@deskkit/core/api';
import { checkApiKey } from './api-key.ts';
import { checkIdentity } from './check-identity.ts';
import { checkTeammate, teammateAudience } from './check-teammate.ts';
import { teammateSecret, visitorSecret } from './derive-secret.ts';
import { checkHostKey, hostKeyPrefix } from './host-key.ts';
import { readClaimed } from './verify-token.ts';
import { checkSession, issueSession, sessionAudience } from './visitor-session.ts';

/**
 * Keys of integrators and of the host, the host's tokens for its teammates, and visitors' sessions, all checked against
 * what is stored. Every signing key is made from `secret`: who changes it ends all sessions and changes what the host
 * has to sign with.
 */
export function createTokens({ desk, secret }: { readonly desk: Desk; readonly secret: string }): Tokens {
  return {
    async check(token) {
      if (token.startsWith(apiKeyPrefix)) return untilRevoked(await checkApiKey(desk, token));
      if (token.startsWith(hostKeyPrefix)) return untilRevoked(await checkHostKey(desk, token));
      const claimed = readClaimed(token);
      if (!claimed) return undefined;
      const { audience, workspace } = claimed;
      if (audience === teammateAudience) return checkTeammate(desk, secret, { token, workspace });
      return audience === sessionAudience ? checkSession(desk, secret, { token, workspace }) : undefined;
    },
    issue: (visitor) => issueSession(desk, secret, visitor),
    secretsOf: async (workspace) => ({
      teammates: teammateSecret(secret, workspace),
      visitors: visitorSecret(secret, workspace),
    }),
    checkIdentity: (workspace, identity) => checkIdentity(desk, secret, { workspace, identity }),
  };
}

function untilRevoked(actor: Actor | undefined): Authenticated | undefined {
  return actor && { actor, expiresAt: null };
}
