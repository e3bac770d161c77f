import { hkdfSync } from 'node:crypto';
import type { WorkspaceId } from '@deskkit/core';

/** With this the host signs its teammates' tokens for one workspace (HS256, the text itself is the key). */
export function teammateSecret(secret: string, workspace: WorkspaceId): string {
  return deriveSecret(secret, 'teammate', workspace);
}

/** With this the host signs who its user in front of the widget is, for one workspace (HS256, the text itself is the key). */
export function visitorSecret(secret: string, workspace: WorkspaceId): string {
  return deriveSecret(secret, 'visitor', workspace);
}

/** With this the desk signs the tokens of visitors' sessions. It leaves the desk never. */
export function sessionSecret(secret: string, workspace: WorkspaceId): string {
  return deriveSecret(secret, 'session', workspace);
}

/** 256 bits by HKDF-SHA-256 (RFC 5869), in base64url: what is signed for one purpose and workspace is worth nothing for others. */
function deriveSecret(secret: string, label: string, workspace: WorkspaceId): string {
  return Buffer.from(hkdfSync('sha256', secret, '', `deskkit/${label}/${workspace}`, 32)).toString('base64url');
}
