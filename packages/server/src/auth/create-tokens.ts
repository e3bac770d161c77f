import { apiKeyPrefix, type Desk } from '@deskkit/core';
import type { Tokens } from '@deskkit/core/api';
import { checkApiKey } from './api-key.ts';
import { checkIdentity } from './check-identity.ts';
import { checkTeammate, teammateAudience } from './check-teammate.ts';
import { readClaimed } from './verify-token.ts';
import { checkSession, issueSession, sessionAudience } from './visitor-session.ts';

/**
 * API keys, the host's tokens for its teammates, and visitors' sessions, all checked against what is stored. Every
 * signing key is made from `secret`: who changes it ends all sessions and changes what the host has to sign with.
 */
export function createTokens({ desk, secret }: { readonly desk: Desk; readonly secret: string }): Tokens {
  return {
    async check(token) {
      if (token.startsWith(apiKeyPrefix)) {
        const actor = await checkApiKey(desk, token);
        return actor && { actor, expiresAt: null };
      }
      const claimed = readClaimed(token);
      if (!claimed) return undefined;
      const { audience, workspace } = claimed;
      if (audience === teammateAudience) return checkTeammate(desk, secret, { token, workspace });
      return audience === sessionAudience ? checkSession(desk, secret, { token, workspace }) : undefined;
    },
    issue: (visitor) => issueSession(desk, secret, visitor),
    checkIdentity: (workspace, identity) => checkIdentity(desk, secret, { workspace, identity }),
  };
}
