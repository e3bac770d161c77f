import { type Desk, externalIdKey, type Role, type Teammate, toInstant, type WorkspaceId } from '@deskkit/core';
import type { Authenticated } from '@deskkit/core/api';
import type { JWTPayload } from 'jose';
import { addTeammateFrom } from './add-teammate-from.ts';
import { teammateSecret } from './derive-secret.ts';
import { verifyToken } from './verify-token.ts';

export const teammateAudience = 'deskkit';

const longest = 24 * 60 * 60;
/** So far the clocks of host and desk may be apart, in seconds. */
const drift = 60;

/** The teammate whom a token of the host names. Role, teams and isolation always come from the store. */
export async function checkTeammate(
  desk: Desk,
  secret: string,
  { token, workspace }: { readonly token: string; readonly workspace: WorkspaceId },
): Promise<Authenticated | undefined> {
  const { clock, storage } = desk.parts;
  const claims = await verifyToken(token, teammateSecret(secret, workspace), {
    clock,
    audience: teammateAudience,
    claims: ['iss', 'aud', 'sub', 'workspace', 'exp'],
  });
  if (!claims || claims.exp > Date.parse(clock.now()) / 1000 + longest + drift) return undefined;
  const [settings] = await storage.find(workspace, 'workspace', [workspace]);
  if (!settings) return undefined;
  const teammate = (await findTeammate(desk, workspace, claims.sub)) ?? (await welcome(desk, workspace, claims));
  if (teammate?.status !== 'active') return undefined;
  const { id, role, teams } = teammate;
  return {
    actor: { kind: 'teammate', workspace, id, role, teams, isolation: settings.isolation },
    expiresAt: toInstant(claims.exp * 1000),
  };
}

async function findTeammate(
  { parts }: Desk,
  workspace: WorkspaceId,
  externalId: string,
): Promise<Teammate | undefined> {
  const holder = await parts.storage.findByKey(workspace, externalIdKey(externalId));
  return holder && (await parts.storage.find(workspace, 'teammate', [holder.id]))[0];
}

/** The host vouches for somebody new: only now does its `role` count. */
async function welcome(
  desk: Desk,
  workspace: WorkspaceId,
  claims: JWTPayload & { readonly sub: string },
): Promise<Teammate | undefined> {
  const role = claims.role ?? 'member';
  if (!isRole(role)) return undefined;
  const { sub, name, email } = claims;
  const added = await addTeammateFrom(desk, workspace, { externalId: sub, role, name, email });
  return added ?? findTeammate(desk, workspace, sub);
}

function isRole(value: unknown): value is Role {
  return value === 'owner' || value === 'admin' || value === 'member';
}
