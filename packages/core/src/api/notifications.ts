import { z } from 'zod';
import type { ShownNotification } from '../action/list-notifications.ts';
import { ok, refuse } from '../shared/result.ts';
import { cursorOf, parseCursor } from './cursor.ts';
import { notification } from './frame-schemas.ts';
import { type Call, operation } from './operation.ts';
import { limit, notificationId } from './schemas.ts';

const callers = ['teammate'] as const;
const unread = z.number().meta({ description: 'How many are not read: at most 100 are counted.' });

const item = notification
  .extend({ subject: z.string().meta({ description: 'Of the conversation, as it stands.' }) })
  .meta({ id: 'ListedNotification', description: 'What a teammate is told, and why.' });

function itemOf({ notification, conversation }: ShownNotification): z.input<typeof item> {
  return { ...notification, subject: conversation.subject };
}

export const listNotifications = operation({
  summary: 'What one was told, newest first, of conversations that one can see still',
  callers,
  query: z.strictObject({
    unread: z.enum(['true', 'false']).default('false').meta({ description: 'Only what is not read yet.' }),
    limit,
    cursor: z.string().optional(),
  }),
  output: z.object({ items: z.array(item), unread, nextCursor: z.string().optional() }),
  refusals: [],
  async handle({ cursor, limit, ...input }, { desk, actor }) {
    const before = parseCursor(cursor);
    if (before === 'bad') return refuse({ code: 'malformed', path: 'cursor' });
    const acts = desk.attempt(actor);
    const page = await acts.listNotifications({ unread: input.unread === 'true', before, limit });
    const counted = await acts.countUnread();
    if (!page.ok || !counted.ok) return page.ok ? refuse({ code: 'forbidden' }) : page;
    const { items, next } = page.value;
    const answer = { items: items.map(itemOf), unread: counted.value };
    return ok(next === undefined ? answer : { ...answer, nextCursor: cursorOf(next) });
  },
});

async function countLeft({ desk, actor }: Pick<Call, 'desk' | 'actor'>) {
  const counted = await desk.attempt(actor).countUnread();
  return counted.ok ? ok({ unread: counted.value }) : counted;
}

export const markNotificationsRead = operation({
  summary: 'Mark some notifications read, or all',
  callers,
  body: z.strictObject({
    ids: z.array(notificationId).max(100).optional().meta({ description: 'These; or else:' }),
    all: z.literal(true).optional(),
  }),
  output: z.object({ unread }),
  refusals: [],
  async handle({ ids, all }, call) {
    if ((ids === undefined) === (all === undefined)) return refuse({ code: 'malformed', path: 'ids' });
    const marked = await call.desk.attempt(call.actor).markNotificationsRead(ids ? { ids } : { all: true });
    return marked.ok ? countLeft(call) : marked;
  },
  again: (_wrote, call) => countLeft(call),
});
