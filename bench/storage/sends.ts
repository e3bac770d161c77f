import {
  type CellDelta,
  type Change,
  type Conversation,
  cellDelta,
  emptyChange,
  newId,
  pendingSeq,
  type TeamId,
} from '@deskkit/core';
import { buildConversation, buildEvent, buildMessage } from '@deskkit/core/testing';

export const workspace = newId('workspace');
const teams = Array.from({ length: 10 }, () => newId('team'));
const teammates = Array.from({ length: 20 }, () => newId('teammate'));
const words = 'The parcel came on Monday, but the second box was empty. '.repeat(6);

/**
 * The conversations that messages are sent to, and what it takes to create them. All are of `team`, or else of ten
 * teams; every third one is waiting.
 */
export function buildDesk(
  size: number,
  team?: TeamId,
): { readonly conversations: Conversation[]; readonly changes: Change[] } {
  const conversations = Array.from({ length: size }, (_, index) =>
    buildConversation({
      number: index + 1,
      assignee: {
        team: team ?? teams[index % teams.length] ?? null,
        teammate: teammates[index % teammates.length] ?? null,
      },
      last: { ...buildConversation().last, seq: index + 1 },
      waiting: index % 3 === 0 ? { seq: index + 1, at: buildConversation().startedAt } : null,
    }),
  );
  const changes: Change[] = [];
  for (let from = 0; from < size; from += 500) {
    const some = conversations.slice(from, from + 500);
    changes.push({
      ...emptyChange(workspace),
      put: some.map((row) => ({ kind: 'conversation', row })),
      events: some.map(({ id }, index) => buildEvent({ conversation: id, seq: pendingSeq(index) })),
      cells: some.flatMap((row) => cellDelta(undefined, row)),
    });
  }
  return { conversations, changes };
}

/**
 * What a message commits: the conversation behind an expected version, the message, one event, and two cells with
 * every other one, since it closes or reopens. Contact and teammate take turns. Moves `conversations` on.
 */
export function buildSends(conversations: Conversation[], count: number): readonly Change[] {
  return Array.from({ length: count }, (_, turn) => {
    const place = turn % conversations.length;
    const before = conversations[place];
    if (!before) throw new Error('Sends need a conversation.');
    const after = nextOf(before);
    conversations[place] = after;
    const { last, id: conversation, contact, assignee, version } = after;
    const kind = last.kind;
    const author = kind === 'inbound' ? ({ kind: 'contact', id: contact } as const) : teammateRef;
    const audience = { before: { ...assignee, shares: [] }, after: { ...assignee, shares: [] } };
    return {
      ...emptyChange(workspace),
      expect: [{ kind: 'conversation', id: conversation, version: before.version }],
      put: [
        { kind: 'conversation', row: after },
        {
          kind: 'message',
          row: buildMessage({ id: last.id, conversation, kind, author, body: { format: 'text', text: words } }),
        },
      ],
      events: [
        {
          ...buildEvent({ conversation, version, actor: author, audience }),
          ...{ type: 'message-added', message: last.id, kind, automatic: false },
        } as Change['events'][number],
      ],
      cells: cellDelta(before, after) satisfies readonly CellDelta[],
    } satisfies Change;
  });
}

const teammateRef = { kind: 'teammate', id: teammates[0] ?? newId('teammate') } as const;

function nextOf(before: Conversation): Conversation {
  const at = before.last.at;
  const isInbound = before.version % 2 === 1;
  const changesTab = before.version % 4 >= 2;
  const isOpen = before.state.status === 'open';
  return {
    ...before,
    version: before.version + 1,
    state: changesTab ? (isOpen ? { status: 'closed', closedAt: at } : { status: 'open' }) : before.state,
    last: { id: newId('message'), seq: pendingSeq(0), at, kind: isInbound ? 'inbound' : 'reply' },
    waiting: isInbound ? { seq: pendingSeq(0), at } : null,
    preview: words.slice(0, 160),
  };
}
