import { type Instant, plus, type WorkspaceId } from '@deskkit/core';
import { SignJWT } from 'jose';
import { teammateAudience } from './check-teammate.ts';
import { teammateSecret } from './derive-secret.ts';

/** A token as a host signs it for one of its people; good for an hour. */
export async function signTeammateToken(
  secret: string,
  {
    workspace,
    externalId,
    now,
  }: { readonly workspace: WorkspaceId; readonly externalId: string; readonly now: Instant },
): Promise<{ readonly token: string; readonly expiresAt: Instant }> {
  const expiresAt = plus(now, 60 * 60_000 - (Date.parse(now) % 1000));
  const token = await new SignJWT({ workspace })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('deskkit-demo')
    .setAudience(teammateAudience)
    .setSubject(externalId)
    .setExpirationTime(new Date(expiresAt))
    .sign(new TextEncoder().encode(teammateSecret(secret, workspace)));
  return { token, expiresAt };
}
