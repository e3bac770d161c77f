import type { Seq, WorkspaceId } from '@deskkit/core';

/** The channel of all nodes; Postgres keeps channels apart by database. */
export const channel = 'deskkit';

/** What one NOTIFY carries: who sent it, and up to where which logs grew. */
export interface Notification {
  readonly node: string;
  readonly grew: readonly (readonly [WorkspaceId, Seq])[];
}

/** Postgres takes less than 8,000 bytes; this leaves room for the node and the brackets. */
const room = 7_500;

/** As few payloads as hold everything. */
export function encodeNotifications({ node, grew }: Notification): readonly string[] {
  const payloads: string[] = [];
  let part: Notification['grew'][number][] = [];
  let used = 0;
  for (const entry of grew) {
    const size = Buffer.byteLength(JSON.stringify(entry)) + 1;
    if (used + size > room && part.length > 0) {
      payloads.push(JSON.stringify({ node, grew: part }));
      part = [];
      used = 0;
    }
    part.push(entry);
    used += size;
  }
  if (part.length > 0) payloads.push(JSON.stringify({ node, grew: part }));
  return payloads;
}

/** `undefined` for what no node of ours wrote: anyone with access to the database may notify. */
export function parseNotification(payload: string | undefined): Notification | undefined {
  try {
    const parsed: unknown = JSON.parse(payload ?? '');
    return isNotification(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isNotification(value: unknown): value is Notification {
  if (typeof value !== 'object' || value === null || !('node' in value && 'grew' in value)) return false;
  return typeof value.node === 'string' && Array.isArray(value.grew) && value.grew.every(isEntry);
}

function isEntry(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'string' && Number.isSafeInteger(value[1]);
}
