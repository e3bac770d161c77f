import { type Desk, normaliseAddress, type WorkspaceId } from '@deskkit/core';
import type { Tokens } from '@deskkit/core/api';
import { visitorSecret } from './derive-secret.ts';
import { verifyToken } from './verify-token.ts';

/** Who the host says is in front of the widget: `sub` is its own id of its user, `name` and `email` may be missing. */
export async function checkIdentity(
  { parts }: Desk,
  secret: string,
  { workspace, identity }: { readonly workspace: WorkspaceId; readonly identity: string },
): ReturnType<Tokens['checkIdentity']> {
  const ask = { clock: parts.clock, claims: ['sub', 'exp'] };
  const claims = await verifyToken(identity, visitorSecret(secret, workspace), ask);
  const name = textOf(claims?.name, 200);
  const email = textOf(claims?.email, 320);
  if (!claims || name === undefined || email === undefined) return undefined;
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) return undefined;
  return { id: claims.sub, name, email: email && normaliseAddress(email) };
}

/** `undefined` for what is no such text: a claim that is wrong makes the whole token wrong. */
function textOf(value: unknown, longest: number): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || value.length > longest) return undefined;
  return value.trim() || null;
}
