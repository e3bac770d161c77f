import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationFact } from '../conversation/event.ts';
import type { WorkspaceFact } from '../log/log-event.ts';
import type { Message } from '../message/message.ts';
import { notificationsList, unreadList } from '../notification/notification.ts';
import { mayTell, type Told, tell, whyNobody } from '../notification/tell.ts';
import type { ActorRef } from '../people/actor.ts';
import type { ConversationId, TeammateId, WorkspaceId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import { pendingSeq } from '../shared/seq.ts';
import type { Change } from '../storage/change.ts';
import type { Row } from '../storage/row.ts';
import { listAll } from './load-facts.ts';
import type { Parts } from './parts.ts';

interface Occasion {
  readonly workspace: WorkspaceId;
  readonly conversation: Conversation;
  readonly facts: readonly ConversationFact[];
  readonly by: ActorRef;
  readonly at: Instant;
  /** The messages that the change writes. */
  readonly messages: readonly Message[];
}

/** Who is told of what happened, and which contact's message told nobody, with the reason in its row. */
export async function notify(
  parts: Parts,
  occasion: Occasion,
): Promise<{ readonly told: readonly Told[]; readonly messages: readonly Message[] }> {
  const { workspace, conversation, facts, by, messages } = occasion;
  if (!mayTell(facts)) return { told: [], messages };
  const author = await authorOf(parts, workspace, facts);
  const teammates = await listAll(parts, workspace, 'teammate');
  const all = tell({ conversation, facts, by, teammates, author });
  const told = await wanted(parts, workspace, all);
  const why = new Map(
    facts.flatMap((fact) =>
      fact.type === 'message-added'
        ? [[fact.message, whyNobody(fact, { conversation, teammates }, told)] as const]
        : [],
    ),
  );
  return { told, messages: messages.map((row) => ({ ...row, toldNobody: why.get(row.id) ?? null })) };
}

/** Without those who have switched that off. */
export async function wanted(parts: Parts, workspace: WorkspaceId, told: readonly Told[]): Promise<readonly Told[]> {
  if (told.length === 0) return told;
  const rows = await parts.storage.find(
    workspace,
    'preferences',
    told.map(({ teammate }) => teammate),
  );
  return told.filter(({ because }, index) => !rows[index]?.silenced.includes(because));
}

async function authorOf(
  parts: Parts,
  workspace: WorkspaceId,
  facts: readonly ConversationFact[],
): Promise<TeammateId | null> {
  const failed = facts.find((fact) => fact.type === 'delivery-changed' && fact.state === 'failed');
  if (failed?.type !== 'delivery-changed') return null;
  const [message] = await parts.storage.find(workspace, 'message', [failed.message]);
  return message?.author.kind === 'teammate' ? message.author.id : null;
}

/** The rows of what is told, and their personal facts; the first of these gets the seq `pendingSeq(offset)`. */
export function notificationRows(
  parts: Parts,
  told: readonly Told[],
  {
    conversation,
    by,
    at,
    offset,
  }: {
    readonly conversation: ConversationId;
    readonly by: ActorRef;
    readonly at: Instant;
    readonly offset: number;
  },
): Pick<Change, 'put' | 'enlist'> & { readonly facts: readonly WorkspaceFact[] } {
  const rows = told.map(({ teammate, because, message }) => {
    const id = parts.newId('notification');
    return { id, version: 1, teammate, conversation, message, because, by, at, readAt: null };
  });
  return {
    put: rows.map((row): Row => ({ kind: 'notification', row })),
    enlist: rows.flatMap(({ id, teammate }, index) =>
      [notificationsList(teammate), unreadList(teammate)].map(
        (list) => ({ list, kind: 'notification', id, seq: pendingSeq(offset + index) }) as const,
      ),
    ),
    facts: rows.map(({ id, teammate }) => ({ type: 'notified', teammate, about: conversation, notification: id })),
  };
}
