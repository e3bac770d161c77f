import { type Desk, isId, plus, toInstant, type VisitorActor, type WorkspaceId } from '@deskkit/core';
import type { Authenticated, Tokens } from '@deskkit/core/api';
import { SignJWT } from 'jose';
import { sessionSecret } from './derive-secret.ts';
import { isThere } from './is-there.ts';
import { verifyToken } from './verify-token.ts';

export const sessionAudience = 'deskkit-visitor';

const lifetime = 30 * 24 * 60 * 60_000;

export async function issueSession(
  { parts }: Desk,
  secret: string,
  visitor: VisitorActor,
): ReturnType<Tokens['issue']> {
  const { workspace, session } = visitor;
  // Whole seconds, as in the token.
  const now = parts.clock.now();
  const expiresAt = plus(now, lifetime - (Date.parse(now) % 1000));
  const token = await new SignJWT({ workspace })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(sessionAudience)
    .setSubject(session)
    .setExpirationTime(new Date(expiresAt))
    .sign(new TextEncoder().encode(sessionSecret(secret, workspace)));
  return { token, expiresAt };
}

/** The visitor behind a token of `issueSession`, as the stored session says. */
export async function checkSession(
  desk: Desk,
  secret: string,
  { token, workspace }: { readonly token: string; readonly workspace: WorkspaceId },
): Promise<Authenticated | undefined> {
  const { clock } = desk.parts;
  const ask = { clock, audience: sessionAudience, claims: ['aud', 'sub', 'workspace', 'exp'] };
  const claims = await verifyToken(token, sessionSecret(secret, workspace), ask);
  if (!claims || !isId('session', claims.sub)) return undefined;
  const actor = await desk.findSession(workspace, claims.sub);
  if (!actor || !(await isThere(desk.parts, workspace))) return undefined;
  return { actor, expiresAt: toInstant(claims.exp * 1000) };
}
