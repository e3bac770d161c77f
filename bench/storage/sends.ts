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
import { buildConversation, buildDelivery, buildEvent, buildMessage, buildWork } from '@deskkit/core/testing';

export const workspace = newId('workspace');
const teams = Array.from({ length: 10 }, () => newId('team'));
const teammates = Array.from({ length: 20 }, () => newId('teammate'));

/** Words of `n` different kinds, of which few come often and most seldom, as in any language. */
export function zipfWords(seed: number, count: number, n = 20_000): readonly string[] {
  let state = seed + 1;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    const rank = Math.floor(n ** (state / 2 ** 31));
    return `${((rank * 7_919) % 46_656).toString(36)}${rank.toString(36)}`;
  });
}

const wordsPerMessage = 60;

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
 * What a message commits: the conversation behind an expected version, the message, one event, its 60 words (about 45
 * different ones), with every other one a delivery and its work, since it is a reply, and two cells, since it closes or
 * reopens. Contact and teammate take turns. Moves `conversations` on.
 */
export function buildSends(conversations: Conversation[], count: number): readonly Change[] {
  return Array.from({ length: count }, (_, turn) => {
    const place = turn % conversations.length;
    const before = conversations[place];
    if (!before) throw new Error('Sends need a conversation.');
    const after = nextOf(before);
    conversations[place] = after;
    const { last, id: conversation, contact, assignee, version } = after;
    const words = zipfWords(version * 7_907 + place, wordsPerMessage);
    const message = buildMessage({
      id: last.id,
      conversation,
      kind: last.kind,
      author: last.kind === 'inbound' ? { kind: 'contact', id: contact } : teammateRef,
      body: { format: 'text', text: words.join(' ') },
    });
    const delivery = buildDelivery({ conversation, message: last.id });
    const isReply = last.kind === 'reply';
    const { kind, author } = message;
    const audience = { before: { ...assignee, shares: [] }, after: { ...assignee, shares: [] } };
    return {
      ...emptyChange(workspace),
      expect: [{ kind: 'conversation', id: conversation, version: before.version }],
      put: [
        { kind: 'conversation', row: after },
        { kind: 'message', row: message },
        ...(isReply ? [{ kind: 'delivery', row: delivery } as const] : []),
      ],
      index: [{ message: last.id, conversation, seq: pendingSeq(0), words }],
      schedule: isReply ? [buildWork({ id: delivery.id, subject: { kind: 'delivery', id: delivery.id } })] : [],
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
    preview: 'The parcel came on Monday, but the second box was empty. '.repeat(3).slice(0, 160),
  };
}
