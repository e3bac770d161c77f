import { can } from '../access/can.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { type Notification, notificationsList, unreadList } from '../notification/notification.ts';
import type { Actor } from '../people/actor.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Seq } from '../shared/seq.ts';
import type { ListPlace } from '../storage/change.ts';
import type { Forbidden } from './gate.ts';
import { gatePersonal } from './gate-personal.ts';
import type { Parts } from './parts.ts';

/** A notification with the conversation that it is about, as it stands. */
export interface ShownNotification {
  readonly notification: Notification;
  readonly conversation: Conversation;
}

export interface NotificationPage {
  /** Newest first. */
  readonly items: readonly ShownNotification[];
  /** The seq to go on before; absent on the last page. */
  readonly next?: Seq;
}

interface Ask {
  readonly unread?: boolean | undefined;
  readonly before?: Seq | undefined;
  readonly limit: number;
}

/** What a teammate was told, or has not read of it: about conversations that it can see still. */
export async function listNotifications(
  parts: Parts,
  actor: Actor,
  { unread = false, before, limit }: Ask,
): Promise<Result<NotificationPage, Forbidden>> {
  const reader = gatePersonal(actor);
  if (!reader.ok) return reader;
  const list = (unread ? unreadList : notificationsList)(reader.value.id);
  const items: ShownNotification[] = [];
  let from = before;
  for (;;) {
    const page = from === undefined ? { limit } : { before: from, limit };
    const places = await parts.storage.readList(actor.workspace, list, page);
    const shown = await join(parts, actor, places);
    for (const [index, place] of places.entries()) {
      from = place.seq;
      const one = shown[index];
      if (one && items.push(one) === limit) return ok({ items, next: from });
    }
    if (places.length < limit) return ok({ items });
  }
}

/** More than so many are as good as so many. */
const maxCounted = 100;

/** How many notifications a teammate has not read, of those that it can see: 100 at most. */
export async function countUnread(parts: Parts, actor: Actor): Promise<Result<number, Forbidden>> {
  const page = await listNotifications(parts, actor, { unread: true, limit: maxCounted });
  return page.ok ? ok(page.value.items.length) : page;
}

async function join(
  parts: Parts,
  actor: Actor,
  places: readonly ListPlace[],
): Promise<readonly (ShownNotification | undefined)[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ id }) => id);
  const rows = await parts.storage.find(actor.workspace, 'notification', ids);
  const about = [...new Set(rows.flatMap((row) => (row ? [row.conversation] : [])))];
  const found = await parts.storage.find(actor.workspace, 'conversation', about);
  const conversations = new Map(found.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  return rows.map((notification) => {
    const conversation = notification && conversations.get(notification.conversation);
    return conversation && can(actor, 'read', conversation) ? { notification, conversation } : undefined;
  });
}
