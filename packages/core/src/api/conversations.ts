import { z } from 'zod';
import { inScope, scope } from '../access/scope.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { parseFolder } from '../conversation/parse-folder.ts';
import type { Actor } from '../people/actor.ts';
import { ok, type Refusal, type Result } from '../shared/result.ts';
import type { RowRef } from '../storage/row.ts';
import { conversation, conversationStatus } from './conversation-schemas.ts';
import { cursorOf, parseCursor } from './cursor.ts';
import { folderInput } from './folders.ts';
import { type Call, operation } from './operation.ts';
import { contactId, conversationId, instantInput, limit, seen, teamId, teammateId } from './schemas.ts';
import { conversationViews } from './views.ts';

export const path = z.strictObject({ conversation: conversationId });
const callers = ['teammate', 'integrator'] as const;
const seenOnly = z.strictObject({ seen });

/** After a change: the conversation as it stands, or null for a caller who can no longer see it. */
export const changed = z.object({ conversation: conversation.nullable() });

/** Answers a change with the conversation, as far as the caller can still see it. */
async function answerChange(
  call: Pick<Call, 'desk' | 'actor'>,
  result: Result<Conversation, Refusal>,
): Promise<Result<z.input<typeof changed>>> {
  if (!result.ok) return result;
  return ok({ conversation: await visible(call, result.value) });
}

/** The conversation that a request wrote, for its repeat. */
async function answerChangeAgain(wrote: readonly RowRef[], call: Pick<Call, 'desk' | 'actor'>) {
  return ok({ conversation: await wroteConversation(wrote, call) });
}

export async function wroteConversation(wrote: readonly RowRef[], { desk, actor }: Pick<Call, 'desk' | 'actor'>) {
  const id = wrote.find((ref) => ref.kind === 'conversation')?.id;
  const [row] = id ? await desk.parts.storage.find(actor.workspace, 'conversation', [id]) : [];
  return row ? visible({ desk, actor }, row) : null;
}

export async function visible({ desk, actor }: Pick<Call, 'desk' | 'actor'>, row: Conversation) {
  if (!inScope(scope(actor), row)) return null;
  const [view] = await conversationViews(desk, actor, [row]);
  return view ?? null;
}

export const listConversations = operation({
  summary: 'Conversations of a folder, one page',
  callers,
  query: z.strictObject({
    folder: folderInput.default('all'),
    status: conversationStatus.optional(),
    channel: z.string().optional(),
    contact: contactId.optional(),
    sort: z.enum(['newest', 'oldest', 'waiting']).default('newest'),
    limit,
    cursor: z.string().optional(),
  }),
  output: z.object({ items: z.array(conversation), nextCursor: z.string().optional() }),
  refusals: [],
  async handle({ folder: key, status, channel, contact, sort, limit, cursor }, { desk, actor }) {
    const folder = parseFolder(key);
    if (!folder) return { ok: false, refusal: { code: 'malformed', path: 'folder' } };
    if (folder.kind === 'spam' && status) return { ok: false, refusal: { code: 'malformed', path: 'status' } };
    const after = parseCursor(cursor);
    if (after === 'bad') return { ok: false, refusal: { code: 'malformed', path: 'cursor' } };
    const page = await desk.attempt(actor).listConversations({
      folder,
      sort,
      limit,
      ...(status ? { tab: status } : {}),
      ...(channel ? { channel } : {}),
      ...(contact ? { contact } : {}),
      ...(after === undefined ? {} : { after }),
    });
    if (!page.ok) return page;
    const items = await conversationViews(desk, actor, page.value.items);
    return ok(page.value.next === undefined ? { items } : { items, nextCursor: cursorOf(page.value.next) });
  },
});

export const getConversation = operation({
  summary: 'One conversation',
  callers,
  path,
  output: conversation,
  refusals: [],
  async handle(input, { desk, actor }) {
    const found = await desk.attempt(actor).findConversation(input.conversation);
    if (!found.ok) return found;
    const [view] = await conversationViews(desk, actor, [found.value]);
    return view ? ok(view) : { ok: false, refusal: { code: 'not-found' } };
  },
});

type StateCommand = 'close' | 'open' | 'unsnooze' | 'markSpam' | 'unmarkSpam';

function stateOperation(summary: string, command: StateCommand, refusals: readonly string[]) {
  return operation({
    summary,
    callers,
    path,
    body: seenOnly,
    output: changed,
    refusals,
    handle: async (input, call) => answerChange(call, await act(call, command, input)),
    again: answerChangeAgain,
  });
}

function act(
  { desk, actor }: Call<Actor>,
  command: StateCommand,
  input: z.output<typeof path> & z.output<typeof seenOnly>,
) {
  return desk.attempt(actor)[command](input);
}

export const closeConversation = stateOperation('Close', 'close', ['conversation-changed', 'conversation-merged']);
export const openConversation = stateOperation('Open again', 'open', ['conversation-snoozed', 'conversation-merged']);
export const unsnoozeConversation = stateOperation('End the snooze', 'unsnooze', [
  'conversation-not-snoozed',
  'conversation-merged',
]);
export const markSpam = stateOperation('Put into Spam', 'markSpam', ['conversation-merged']);
export const unmarkSpam = stateOperation('Take out of Spam', 'unmarkSpam', ['conversation-merged']);

export const snoozeConversation = operation({
  summary: 'Snooze until a time or the next reply',
  callers,
  path,
  body: z.strictObject({ until: z.union([z.literal('next-reply'), instantInput]), seen }),
  output: changed,
  refusals: ['conversation-closed', 'snooze-in-past', 'snooze-too-far', 'conversation-changed', 'conversation-merged'],
  handle: async (input, call) => answerChange(call, await call.desk.attempt(call.actor).snooze(input)),
  again: answerChangeAgain,
});

export const assignConversation = operation({
  summary: 'Assign to a teammate, a team or both; an absent half stays, null clears it',
  callers,
  path,
  body: z.strictObject({ teammate: teammateId.nullable().optional(), team: teamId.nullable().optional(), seen }),
  output: changed,
  refusals: ['teammate-unknown', 'teammate-deactivated', 'team-unknown', 'conversation-changed', 'conversation-merged'],
  handle: async (input, call) => answerChange(call, await call.desk.attempt(call.actor).assign(input)),
});

export const claimConversation = operation({
  summary: 'Take it where nobody has it; integrators name for whom',
  callers,
  path,
  body: z.strictObject({ teammate: teammateId.optional(), seen }),
  output: changed,
  refusals: [
    'already-assigned',
    'teammate-unknown',
    'teammate-deactivated',
    'conversation-changed',
    'conversation-merged',
  ],
  handle: async (input, call) => answerChange(call, await call.desk.attempt(call.actor).claim(input)),
  again: answerChangeAgain,
});

const sharedPath = z.strictObject({ conversation: conversationId, teammate: z.union([z.literal('me'), teammateId]) });

function sharing(summary: string, command: 'share' | 'unshare') {
  return operation({
    summary,
    callers,
    path: sharedPath,
    output: changed,
    refusals: ['teammate-unknown', 'teammate-deactivated', 'conversation-merged'],
    async handle({ conversation, teammate }, call) {
      const { desk, actor } = call;
      const named = teammate !== 'me' ? teammate : actor.kind === 'teammate' ? actor.id : undefined;
      if (!named) return { ok: false, refusal: { code: 'malformed', path: 'teammate' } };
      return answerChange(call, await desk.attempt(actor)[command]({ conversation, teammate: named }));
    },
  });
}

export const shareConversation = sharing("Put into a teammate's Shared with me", 'share');
export const unshareConversation = sharing('Take out of Shared with me', 'unshare');
