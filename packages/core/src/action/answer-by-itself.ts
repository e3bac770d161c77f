import { autoAnswer } from '../conversation/auto-answer.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationFact } from '../conversation/event.ts';
import type { Message } from '../message/message.ts';
import type { SystemActor } from '../people/actor.ts';
import type { WorkspaceId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import type { Change } from '../storage/change.ts';
import type { Row } from '../storage/row.ts';
import { buildMessage, withMessage } from './message-rows.ts';
import type { Parts } from './parts.ts';

type Answered = Pick<Change, 'expect' | 'put' | 'schedule'> & { readonly facts: readonly ConversationFact[] };

/** The automatic answer to a contact's message, where the workspace has one and its contact may get it. */
export async function answerByItself(
  parts: Parts,
  workspace: WorkspaceId,
  {
    conversation,
    facts,
    message,
    at,
    rows: given,
  }: {
    readonly conversation: Conversation;
    readonly facts: readonly ConversationFact[];
    /** What the contact wrote; absent where it wrote nothing. */
    readonly message: Message | undefined;
    readonly at: Instant;
    /** What is written anyway: a contact that is new is found here. */
    readonly rows: readonly Row[];
  },
): Promise<Answered | undefined> {
  if (message?.kind !== 'inbound' || message.automatic || message.author.kind !== 'contact') return undefined;
  const [settings] = await parts.storage.find(workspace, 'workspace', [workspace]);
  if (!settings || (!settings.autoAnswers.acknowledgement && !settings.autoAnswers.outOfHours)) return undefined;
  const { id: author } = message.author;
  const [stored] = await parts.storage.find(workspace, 'contact', [author]);
  const [made] = given.flatMap((row) => (row.kind === 'contact' && row.row.id === author ? [row.row] : []));
  const contact = stored ?? made;
  // In a chat the answer goes to the session that asked; by email, only to an address that proved itself just now.
  const sends = parts.channels.get(conversation.channel)?.capabilities.sends ?? false;
  const isProven = !sends || message.email?.verdict === 'pass';
  const answeredAt = contact?.answeredAt ?? null;
  const body = autoAnswer({ settings, conversation, facts, contact: { answeredAt }, isProven, at });
  if (!body) return undefined;

  const actor: SystemActor = { kind: 'system', workspace };
  const id = parts.newId('message');
  const answer = {
    ...buildMessage({ id, conversation, kind: 'reply', actor, at, body, attachments: [] }),
    automatic: true,
  };
  const rows = withMessage(parts, answer, {
    expect: stored ? [{ kind: 'contact', id: stored.id, version: stored.version }] : [],
    put: contact ? [{ kind: 'contact', row: { ...contact, version: (stored?.version ?? 0) + 1, answeredAt: at } }] : [],
  });
  return { ...rows, facts: [{ type: 'message-added', message: id, kind: 'reply', automatic: true }] };
}
