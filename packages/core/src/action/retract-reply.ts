import { type Conversation, previewLength } from '../conversation/conversation.ts';
import type { MessageFacts } from '../conversation/facts.ts';
import { type Draft, withTakenBack } from '../draft/draft.ts';
import { previewOf } from '../message/body.ts';
import { deliveryIdOf } from '../message/delivery.ts';
import type { Message } from '../message/message.ts';
import { type Actor, refOf } from '../people/actor.ts';
import type { WorkspaceId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { Change } from '../storage/change.ts';
import { type AlterationRefusal, commitPlan, planChange } from './change-conversation.ts';
import { combineChanges } from './combine-changes.ts';
import { keepDraft, loadDraft } from './draft-changes.ts';
import { expectFound, type FoundMessage, findMessage, type OnMessage } from './find-message.ts';
import { loadMessageFacts } from './load-message-facts.ts';
import { deliverWorkId } from './message-rows.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

/** What is left of a reply that was taken back. */
export interface Retracted {
  readonly message: Message;
  readonly conversation: Conversation;
  /** The text, before what its author was writing meanwhile; `null` where the author has no drafts. */
  readonly draft: Draft | null;
}

/**
 * Takes a reply back that has not left yet: nobody gets it, its text becomes its author's draft, and the status from
 * before returns unless something else changed it since.
 */
export function retract(parts: Parts, actor: Actor, on: OnMessage): Promise<Result<Retracted, AlterationRefusal>> {
  return retrying(async () => {
    const found = await findMessage(parts, actor, 'write', on, 'reply');
    if (!found.ok) return found;
    const { conversation, message } = found.value;
    const { workspace } = actor;
    const about = await loadMessageFacts(parts, workspace, found.value);
    const gone: Message = {
      ...message,
      version: message.version + 1,
      body: { ...message.body, text: '' },
      attachments: [],
      cc: [],
      bcc: [],
      gone: 'retracted',
    };
    const beside = await unsend(parts, workspace, found.value);
    const preview = await previewAfter(parts, workspace, found.value, about);
    const planned = await planChange(parts, actor, {
      conversation: conversation.id,
      action: 'write',
      command: { type: 'retract', by: refOf(actor), message: message.id },
      facts: async () => ({ message: about }),
      ...(preview === undefined ? {} : { words: { preview } }),
      beside: () => ({ ...beside, put: [{ kind: 'message', row: gone }, ...beside.put] }),
    });
    if (!planned.ok) return planned;
    const { change, after } = planned.value;
    if (!change) return refuse({ code: 'not-found' });
    const drafted = await draftOf(parts, actor, found.value);
    const all = drafted ? combineChanges(workspace, [change, drafted]) : change;
    return ok({
      message: gone,
      conversation: await commitPlan(parts, { after, change: all }),
      draft: drafted?.draft ?? null,
    });
  });
}

/** Ends the delivery as it was found, so that it is taken back or sent and never both, and frees the files. */
async function unsend(
  parts: Parts,
  workspace: WorkspaceId,
  found: FoundMessage,
): Promise<Pick<Change, 'expect' | 'put' | 'cancel' | 'unindex'>> {
  const { message, delivery } = found;
  const ids = message.attachments.map(({ id }) => id);
  const files = (await parts.storage.find(workspace, 'attachment', ids)).filter((row) => row !== undefined);
  return {
    expect: [...expectFound(found), ...files.map(({ id, version }) => ({ kind: 'attachment', id, version }) as const)],
    put: [
      ...(delivery
        ? [{ kind: 'delivery', row: { ...delivery, version: delivery.version + 1, state: 'cancelled' } } as const]
        : []),
      ...files.map((row) => {
        return { kind: 'attachment', row: { ...row, version: row.version + 1, conversation: null } } as const;
      }),
    ],
    cancel: [deliverWorkId(deliveryIdOf(message.id))],
    unindex: [message.id],
  };
}

/** What lists show once the reply is gone; nothing where it was not what they showed. */
async function previewAfter(
  parts: Parts,
  workspace: WorkspaceId,
  { conversation, message }: FoundMessage,
  { restores }: MessageFacts,
): Promise<string | undefined> {
  if (conversation.last.id !== message.id) return undefined;
  const [last] = restores.last ? await parts.storage.find(workspace, 'message', [restores.last.id]) : [];
  return previewOf(last?.body.text ?? '', previewLength);
}

async function draftOf(parts: Parts, actor: Actor, { conversation, message }: FoundMessage) {
  if (actor.kind !== 'teammate') return undefined;
  const which = { conversation: conversation.id, kind: 'reply' } as const;
  const stored = await loadDraft(parts, actor, which);
  const { body, cc, bcc } = message;
  const taken = { body, attachments: message.attachments.map(({ id }) => id), cc, bcc };
  return keepDraft(parts, actor, which, withTakenBack(taken, stored), stored);
}
