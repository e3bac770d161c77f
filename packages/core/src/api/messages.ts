import { z } from 'zod';
import type { Written } from '../action/write-message.ts';
import { ok, type Refusal, type Result, refuse } from '../shared/result.ts';
import type { RowRef } from '../storage/row.ts';
import { entry, message } from './conversation-schemas.ts';
import { changed, path, visible, wroteConversation } from './conversations.ts';
import { cursorOf, parseCursor } from './cursor.ts';
import { type Call, operation } from './operation.ts';
import { attachmentId, contactId, conversationId, instantInput, limit, messageId, seen } from './schemas.ts';
import { entryView, messageView } from './views.ts';

const callers = ['teammate', 'integrator'] as const;
const refusals = ['body-empty', 'body-too-long', 'attachment-unknown', 'id-taken', 'contact-unreachable'];

export const readTimeline = operation({
  summary: 'Messages and events together, newest first',
  callers,
  path,
  query: z.strictObject({ limit, cursor: z.string().optional() }),
  output: z.object({ items: z.array(entry), nextCursor: z.string().optional() }),
  refusals: [],
  async handle({ conversation, limit, cursor }, { desk, actor }) {
    const before = parseCursor(cursor);
    if (before === 'bad') return { ok: false, refusal: { code: 'malformed', path: 'cursor' } };
    const page = await desk.attempt(actor).readTimeline({ conversation, before, limit });
    if (!page.ok) return page;
    const items = page.value.items.map(entryView);
    return ok(page.value.next === undefined ? { items } : { items, nextCursor: cursorOf(page.value.next) });
  },
});

const written = z.object({ message, conversation: changed.shape.conversation });

async function answerWritten(
  call: Pick<Call, 'desk' | 'actor'>,
  result: Result<Written, Refusal>,
): Promise<Result<z.input<typeof written>>> {
  if (!result.ok) return result;
  const { message, conversation } = result.value;
  return ok({ message: messageView(message), conversation: await visible(call, conversation) });
}

/** The message and conversation that a request wrote, for its repeat. */
async function answerWrittenAgain(wrote: readonly RowRef[], call: Pick<Call, 'desk' | 'actor'>) {
  const id = wrote.find((ref) => ref.kind === 'message')?.id;
  const [message] = id ? await call.desk.parts.storage.find(call.actor.workspace, 'message', [id]) : [];
  if (!message) return refuse({ code: 'not-found' });
  return ok({ message: messageView(message), conversation: await wroteConversation(wrote, call) });
}

const body = z.string().meta({ example: 'A corrected invoice is on its way to you.' });
const format = z.enum(['markdown', 'text']).default('markdown');
const attachments = z.array(attachmentId).max(20).optional();

export const addMessage = operation({
  summary: 'Reply to the contact, or write a private note',
  callers,
  status: 201,
  path,
  body: z.strictObject({
    id: messageId.optional().meta({ description: 'Chosen by the caller: the same message again is recognised by it.' }),
    kind: z.enum(['reply', 'note']),
    body,
    format,
    attachments,
    // biome-ignore lint/suspicious/noThenProperty: the API's word; the schema's shape is never awaited
    then: z
      .union([z.enum(['open', 'close']), z.strictObject({ snooze: z.union([z.literal('next-reply'), instantInput]) })])
      .optional()
      .meta({ description: 'What a reply does to the state, in the same step.' }),
    seen,
  }),
  output: written,
  refusals: [...refusals, 'conversation-changed', 'conversation-merged', 'snooze-in-past', 'snooze-too-far'],
  async handle({ kind, body: text, format, then, ...input }, call) {
    if (kind === 'note' && then) return { ok: false, refusal: { code: 'malformed', path: 'then' } };
    const acts = call.desk.attempt(call.actor);
    const given = { ...input, body: { format, text } };
    return answerWritten(call, kind === 'note' ? await acts.note(given) : await acts.reply({ ...given, then }));
  },
  again: answerWrittenAgain,
});

const mailbox = z.strictObject({ name: z.string().max(200).default(''), address: z.email().max(320) });

export const startConversation = operation({
  summary: 'Write first, by email',
  callers,
  status: 201,
  body: z.strictObject({
    id: conversationId.optional(),
    message: messageId.optional(),
    to: z.union([contactId, mailbox]),
    subject: z.string().max(500),
    body,
    format,
    attachments,
  }),
  output: written,
  refusals: [...refusals, 'contact-unknown', 'channel-unknown'],
  async handle({ body: text, format, ...input }, call) {
    const given = { ...input, body: { format, text } };
    return answerWritten(call, await call.desk.attempt(call.actor).startByEmail(given));
  },
  again: answerWrittenAgain,
});
