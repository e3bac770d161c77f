import { z } from 'zod';
import { can } from '../access/can.ts';
import type { Written } from '../action/write-message.ts';
import type { Desk } from '../desk.ts';
import type { Frame } from '../log/frame.ts';
import type { Message } from '../message/message.ts';
import type { VisitorActor } from '../people/actor.ts';
import type { ConversationId, TeammateId, WorkspaceId } from '../shared/id.ts';
import { ok, type Refusal, type Result, refuse } from '../shared/result.ts';
import type { RowRef } from '../storage/row.ts';
import type { Sse } from './events.ts';
import { type Call, operation } from './operation.ts';
import { conversationId, limit, messageId } from './schemas.ts';
import {
  messagesForVisitor,
  type VisitorConversation,
  type VisitorMessage,
  visitorConversation,
  visitorConversationOf,
  visitorMessage,
  visitorMessageOf,
} from './visitor-views.ts';

const callers = ['visitor'] as const;

export const listWidgetConversations = operation({
  summary: "The visitor's conversations, newest first",
  callers,
  query: z.strictObject({ limit }),
  output: z.object({ items: z.array(visitorConversation), position: z.string() }),
  refusals: [],
  async handle({ limit }, { desk, actor, signer }) {
    const position = await sealedPosition(desk, actor, signer);
    const page = await desk.attempt(actor).listConversations({ folder: { kind: 'all' }, sort: 'newest', limit });
    return page.ok ? ok({ items: page.value.items.map(visitorConversationOf), position }) : page;
  },
});

export const readWidgetMessages = operation({
  summary: 'The messages of one conversation, newest first',
  callers,
  path: z.strictObject({ conversation: conversationId }),
  query: z.strictObject({ limit, cursor: z.string().optional() }),
  output: z.object({
    items: z.array(visitorMessage),
    conversation: visitorConversation,
    position: z.string(),
    nextCursor: z.string().optional(),
  }),
  refusals: [],
  async handle({ conversation, limit, cursor }, { desk, actor, signer }) {
    const place = cursor === undefined ? undefined : await signer.unseal(actor.workspace, cursor);
    if (cursor !== undefined && place === undefined)
      return { ok: false, refusal: { code: 'malformed', path: 'cursor' } };
    const position = await sealedPosition(desk, actor, signer);
    const found = await desk.attempt(actor).findConversation(conversation);
    if (!found.ok) return found;
    const page = await desk.attempt(actor).readTimeline({ conversation, before: place, limit });
    if (!page.ok) return page;
    const items = await messageViews(desk, actor.workspace, messagesForVisitor(page.value.items));
    const answer = { items, conversation: visitorConversationOf(found.value), position };
    const { next } = page.value;
    return ok(next === undefined ? answer : { ...answer, nextCursor: await signer.seal(actor.workspace, next) });
  },
});

const written = z.object({ message: visitorMessage, conversation: visitorConversation });
const bodyRefusals = ['body-empty', 'body-too-long', 'id-taken'];

export const startWidgetConversation = operation({
  summary: "The visitor's first message",
  callers,
  status: 201,
  body: z.strictObject({ id: conversationId.optional(), message: messageId.optional(), body: z.string() }),
  output: written,
  refusals: bodyRefusals,
  async handle({ body: text, ...input }, { desk, actor }) {
    return answerVisitor(
      desk,
      actor,
      await desk.attempt(actor).startChat({ ...input, body: { format: 'text', text } }),
    );
  },
  again: answerVisitorAgain,
});

export const addWidgetMessage = operation({
  summary: "The visitor's next message",
  callers,
  status: 201,
  path: z.strictObject({ conversation: conversationId }),
  body: z.strictObject({ id: messageId.optional(), body: z.string() }),
  output: written,
  refusals: bodyRefusals,
  async handle({ body: text, ...input }, { desk, actor }) {
    return answerVisitor(desk, actor, await desk.attempt(actor).answer({ ...input, body: { format: 'text', text } }));
  },
  again: answerVisitorAgain,
});

/** What a visitor hears: a message for it, that somebody writes one, or how far the log was looked at. */
export type VisitorFrame =
  | { readonly kind: 'message'; readonly message: VisitorMessage; readonly conversation: VisitorConversation }
  | { readonly kind: 'typing'; readonly conversation: ConversationId; readonly typing: boolean }
  | { readonly kind: 'position' };

export const streamWidgetEvents = operation({
  summary: "What happens in the visitor's conversations, as server-sent events",
  callers,
  query: z.strictObject({ after: z.string().max(40).optional() }),
  gives: 'stream',
  output: z.custom<AsyncIterable<Sse>>(),
  refusals: ['events-gone'],
  async handle({ after }, { desk, actor, signer, stop }) {
    const position = await desk.parts.storage.position(actor.workspace);
    const from = after === undefined ? position : await signer.unseal(actor.workspace, after);
    // Sealed with another secret, or from a log that was longer before it was restored from a copy.
    if (from === undefined || from > position) return refuse({ code: 'events-gone' });
    return ok(stream(from));

    async function* stream(after: number): AsyncGenerator<Sse> {
      for await (const frame of desk.listen(actor, { after, stop })) {
        const data = await visitorFrame(desk, actor, frame);
        if (data) yield { id: await signer.seal(actor.workspace, frame.seq), data };
      }
    }
  },
});

async function visitorFrame(desk: Desk, actor: VisitorActor, frame: Frame): Promise<VisitorFrame | undefined> {
  if (frame.kind === 'position') return { kind: 'position' };
  if (frame.kind === 'presence') {
    const { conversation, doing } = frame.presence;
    return { kind: 'typing', conversation, typing: doing === 'typing-reply' };
  }
  if (frame.kind !== 'happened') return undefined;
  const [message] = await messageViews(desk, actor.workspace, messagesForVisitor([frame.entry]));
  return message && { kind: 'message', message, conversation: visitorConversationOf(frame.conversation) };
}

async function sealedPosition(
  desk: Desk,
  actor: VisitorActor,
  signer: { seal(workspace: string, seq: number): Promise<string> },
) {
  return signer.seal(actor.workspace, await desk.parts.storage.position(actor.workspace));
}

async function messageViews(
  desk: Desk,
  workspace: WorkspaceId,
  messages: readonly Message[],
): Promise<VisitorMessage[]> {
  const ids = [...new Set(messages.flatMap(({ author }) => (author.kind === 'teammate' ? [author.id] : [])))];
  const rows = ids.length > 0 ? await desk.parts.storage.find(workspace, 'teammate', ids) : [];
  const names = new Map<TeammateId, string>(rows.flatMap((row) => (row ? [[row.id, row.name]] : [])));
  return messages.map((message) => visitorMessageOf(message, names));
}

async function answerVisitorAgain(wrote: readonly RowRef[], { desk, actor }: Call<VisitorActor>) {
  const [message] = await find(desk, actor, wrote, 'message');
  const [conversation] = await find(desk, actor, wrote, 'conversation');
  if (!message || !conversation || !can(actor, 'read', conversation)) return refuse({ code: 'not-found' });
  return answerVisitor(desk, actor, ok({ message, conversation }));
}

function find<Kind extends 'message' | 'conversation'>(
  desk: Desk,
  actor: VisitorActor,
  wrote: readonly RowRef[],
  kind: Kind,
) {
  const ids = wrote.flatMap((ref) => (ref.kind === kind ? [ref.id] : []));
  return desk.parts.storage.find(actor.workspace, kind, ids);
}

async function answerVisitor(
  desk: Desk,
  actor: VisitorActor,
  result: Result<Written, Refusal>,
): Promise<Result<z.input<typeof written>>> {
  if (!result.ok) return result;
  const [message] = await messageViews(desk, actor.workspace, [result.value.message]);
  if (!message) return { ok: false, refusal: { code: 'not-found' } };
  return ok({ message, conversation: visitorConversationOf(result.value.conversation) });
}
