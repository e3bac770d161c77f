import { type Clock, isId, type WorkspaceId } from '@deskkit/core';
import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';

/** Longer than any token that fits into a request's headers with room for others. */
const maxLength = 4096;

/** The claims of a JWT that was signed with `secret` by HS256 and has not run out; `undefined` for any other text. */
export async function verifyToken(
  token: string,
  secret: string,
  ask: { readonly clock: Clock; readonly audience?: string; readonly claims: readonly string[] },
): Promise<(JWTPayload & { readonly sub: string; readonly exp: number }) | undefined> {
  if (token.length > maxLength) return undefined;
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      currentDate: new Date(ask.clock.now()),
      requiredClaims: [...ask.claims],
      ...(ask.audience === undefined ? {} : { audience: ask.audience }),
    });
    const { sub, exp } = payload;
    const isNamed = typeof sub === 'string' && sub.trim() !== '' && sub.length <= 200;
    return isNamed && exp !== undefined ? { ...payload, sub, exp } : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** What a token claims to be, before its signature is known to be right: it says which key that has to be of. */
export function readClaimed(
  token: string,
): { readonly workspace: WorkspaceId; readonly audience: unknown } | undefined {
  if (token.length > maxLength) return undefined;
  try {
    const { workspace, aud } = decodeJwt(token);
    return typeof workspace === 'string' && isId('workspace', workspace) ? { workspace, audience: aud } : undefined;
  } catch {
    return undefined;
  }
}
