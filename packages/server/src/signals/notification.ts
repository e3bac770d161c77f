import { isId, type Presence, type Seq, type WorkspaceId } from '@deskkit/core';

/** The channel of all nodes; Postgres keeps channels apart by database. */
export const channel = 'deskkit';

/** What one NOTIFY carries: who sent it, up to where which logs grew, and who does what. */
export interface Notification {
  readonly node: string;
  readonly grew: readonly Grew[];
  readonly present: readonly Present[];
}

type Grew = readonly [WorkspaceId, Seq];
export type Present = readonly [WorkspaceId, Presence];

/** Postgres takes less than 8,000 bytes; this leaves room for the node and the brackets. */
const room = 7_500;

/** What the port lets a single signal take. */
const longest = 4_096;

/** As few payloads as hold everything; a presence that is too long is lost, as the port allows. */
export function encodeNotifications({ node, grew, present }: Notification): readonly string[] {
  const payloads: string[] = [];
  let part: { readonly grew: Grew[]; readonly present: Present[] } = { grew: [], present: [] };
  let used = 0;
  const end = () => {
    if (used > 0) payloads.push(JSON.stringify({ node, ...part }));
    part = { grew: [], present: [] };
    used = 0;
  };
  const make = (entry: Grew | Present, put: () => void) => {
    const size = Buffer.byteLength(JSON.stringify(entry)) + 1;
    if (size > longest) return;
    if (used + size > room) end();
    put();
    used += size;
  };
  for (const entry of grew) make(entry, () => part.grew.push(entry));
  for (const entry of present) make(entry, () => part.present.push(entry));
  end();
  return payloads;
}

/** `undefined` for what no node of ours wrote: anyone with access to the database may notify. */
export function parseNotification(payload: string | undefined): Notification | undefined {
  try {
    const parsed: unknown = JSON.parse(payload ?? '');
    if (!isObject(parsed)) return undefined;
    // Nodes of the release before this one say nothing of presence.
    const { node, grew, present = [] } = parsed;
    const isOurs =
      typeof node === 'string' &&
      Array.isArray(grew) &&
      grew.every(isGrew) &&
      Array.isArray(present) &&
      present.every(isPresent);
    return isOurs ? { node, grew, present } : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isGrew(value: unknown): value is Grew {
  return Array.isArray(value) && typeof value[0] === 'string' && Number.isSafeInteger(value[1]);
}

const doings: readonly unknown[] = ['viewing', 'typing-reply', 'typing-note', 'left'] satisfies Presence['doing'][];

function isPresent(value: unknown): value is Present {
  if (!Array.isArray(value) || typeof value[0] !== 'string' || !isObject(value[1])) return false;
  const { conversation, who, doing } = value[1];
  if (typeof conversation !== 'string' || !isId('conversation', conversation)) return false;
  return isObject(who) && typeof who.kind === 'string' && doings.includes(doing);
}
