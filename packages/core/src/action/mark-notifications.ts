import { type Notification, unreadList } from '../notification/notification.ts';
import { type Actor, refOf, type TeammateActor } from '../people/actor.ts';
import type { NotificationId } from '../shared/id.ts';
import { ok, type Result } from '../shared/result.ts';
import { emptyChange } from '../storage/change.ts';
import { workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import type { Forbidden } from './gate.ts';
import { gatePersonal } from './gate-personal.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

/** So many rows are written at once. */
const rowsOfCommit = 100;

/** Marks notifications read: some of one's own, at most 100, or all that there are now. Others' are passed over. */
export async function markNotificationsRead(
  parts: Parts,
  actor: Actor,
  given: { readonly ids: readonly NotificationId[] } | { readonly all: true },
): Promise<Result<null, Forbidden>> {
  const reader = gatePersonal(actor);
  if (!reader.ok) return reader;
  if ('ids' in given) {
    await mark(parts, reader.value, given.ids);
    return ok(null);
  }
  const list = unreadList(reader.value.id);
  // A repeated request is recognised by its first commit.
  const { once, ...later } = parts;
  let marking = parts;
  for (let page: { readonly before?: number; readonly limit: number } = { limit: rowsOfCommit }; ; ) {
    const places = await parts.storage.readList(actor.workspace, list, page);
    const last = places.at(-1);
    if (!last) return ok(null);
    const ids = places.map(({ id }) => id);
    if (await mark(marking, reader.value, ids)) marking = later;
    page = { before: last.seq, limit: rowsOfCommit };
  }
}

/** Whether there was anything to write. */
function mark(parts: Parts, reader: TeammateActor, ids: readonly string[]): Promise<boolean> {
  return retrying(async () => {
    const { workspace, id: teammate } = reader;
    const rows = ids.length > 0 ? await parts.storage.find(workspace, 'notification', [...new Set(ids)]) : [];
    const unread = rows.filter((row): row is Notification => row?.teammate === teammate && row.readAt === null);
    if (unread.length === 0) return false;
    const readAt = parts.clock.now();
    await commit(parts, {
      ...emptyChange(workspace),
      expect: unread.map(({ id, version }) => ({ kind: 'notification', id, version })),
      put: unread.map((row) => ({ kind: 'notification', row: { ...row, version: row.version + 1, readAt } })),
      delist: unread.map(({ id }) => ({ list: unreadList(teammate), kind: 'notification', id, seq: 0 })),
      events: workspaceEvents([{ type: 'notifications-changed', teammate }], refOf(reader), readAt),
    });
    return true;
  });
}
