import { z } from 'zod';
import { excerpt } from '../search/highlight.ts';
import { ok } from '../shared/result.ts';
import { conversation } from './conversation-schemas.ts';
import { cursorOf, parseCursor } from './cursor.ts';
import { operation } from './operation.ts';
import { actorRef, instant, limit, messageId } from './schemas.ts';
import { conversationViews } from './views.ts';

const hit = z
  .object({
    message: messageId,
    kind: z.enum(['inbound', 'reply', 'note']),
    author: actorRef,
    at: instant,
    conversation,
    excerpt: z
      .array(z.object({ text: z.string(), isHit: z.boolean() }))
      .readonly()
      .meta({ description: 'The words around the first hit, in order; put together they are the text.' }),
  })
  .meta({ id: 'Hit', description: 'A message that holds every word of the query.' });

export const search = operation({
  summary: 'Messages that hold every word of the query, of what the caller may see',
  callers: ['teammate', 'integrator'],
  query: z.strictObject({
    q: z
      .string()
      .min(1)
      .max(200)
      .meta({ description: 'Words; the last one may be a beginning.', example: 'invoice 22' }),
    sort: z.enum(['newest', 'best']).default('newest').meta({ description: '`best` ranks the newest 1,000 hits.' }),
    limit,
    cursor: z.string().optional(),
  }),
  output: z.object({ items: z.array(hit), nextCursor: z.string().optional() }),
  refusals: [],
  async handle({ q, sort, limit, cursor }, { desk, actor }) {
    const after = parseCursor(cursor);
    if (after === 'bad') return { ok: false, refusal: { code: 'malformed', path: 'cursor' } };
    const found = await desk.attempt(actor).searchMessages({ q, sort, after, limit });
    if (!found.ok) return found;
    const { items, terms, next } = found.value;
    const rows = await conversationViews(
      desk,
      actor,
      items.map((item) => item.conversation),
    );
    const hits = items.flatMap(({ message }, index) => {
      const row = rows[index];
      const { id, kind, author, at, body } = message;
      return row ? [{ message: id, kind, author, at, conversation: row, excerpt: excerpt(body.text, terms, 200) }] : [];
    });
    return ok(next === undefined ? { items: hits } : { items: hits, nextCursor: cursorOf(next) });
  },
});
