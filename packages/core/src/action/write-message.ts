import { type Conversation, previewLength } from '../conversation/conversation.ts';
import type { DraftKind } from '../draft/draft.ts';
import { previewOf } from '../message/body.ts';
import type { Message, MessageKind } from '../message/message.ts';
import { type Actor, refOf } from '../people/actor.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type AttachmentUnknown, takeAttachments } from './attach.ts';
import { type Alteration, type AlterationRefusal, commitPlan, type Plan, planChange } from './change-conversation.ts';
import { combineChanges } from './combine-changes.ts';
import { dropSentDraft } from './draft-changes.ts';
import { findRepeat, type Given, type IdTaken } from './find-repeat.ts';
import { followMerges } from './follow-merges.ts';
import { loadMentioned, loadReceiving } from './load-facts.ts';
import { buildMessage, withMessage } from './message-rows.ts';
import type { Parts } from './parts.ts';
import { prepareReply, type ReplyRefusal, type ReplyWay } from './prepare-reply.ts';
import { type BodyRefusal, refuseBody } from './refuse-body.ts';
import { retrying } from './retrying.ts';

/** A message to be written; `id` is chosen by the caller so that a repeat is recognised, else made here. */
export interface NewMessage extends Omit<Given, 'then' | 'cc' | 'bcc'> {
  readonly seen?: number | undefined;
  /** The revision of one's own draft that this was: it goes in the same step, unless it was changed meanwhile. */
  readonly draft?: number | undefined;
}

export type NewReply = NewMessage & Pick<Given, 'then' | 'cc' | 'bcc'>;

export type MessageRefusal = AlterationRefusal | BodyRefusal | AttachmentUnknown | IdTaken | ReplyRefusal;

export interface Written {
  readonly message: Message;
  readonly conversation: Conversation;
}

/** A reply to the contact; on channels that send, it leaves through the outbox. */
export function reply(parts: Parts, actor: Actor, input: NewReply): Promise<Result<Written, MessageRefusal>> {
  const { then } = input;
  return retrying(() =>
    tryToWrite(parts, actor, input, {
      kind: 'reply',
      action: 'write',
      command: (message, by) => ({ type: 'reply', by, message, ...(then ? { then } : {}) }),
      prepare: () => prepareReply(parts, actor, input),
    }),
  );
}

/** A private note; whom it mentions gets the conversation into Shared with me. */
export function note(parts: Parts, actor: Actor, input: NewMessage): Promise<Result<Written, MessageRefusal>> {
  return retrying(() =>
    tryToWrite(parts, actor, input, {
      kind: 'note',
      action: 'write',
      command: (message, by) => ({ type: 'note', by, message }),
      facts: async () => ({ mentioned: await loadMentioned(parts, actor.workspace, input.body.text) }),
    }),
  );
}

/** A visitor's next message in a conversation that it holds, or in the one that it was merged into. */
export function answer(parts: Parts, actor: Actor, input: NewMessage): Promise<Result<Written, MessageRefusal>> {
  return retrying(async () => {
    const conversation = await followMerges(parts, actor, input.conversation);
    return tryToWrite(
      parts,
      actor,
      { ...input, conversation },
      {
        kind: 'inbound',
        action: 'answer',
        command: (message, by) => ({ type: 'receive', by, message, automatic: false }),
        facts: (conversation) => loadReceiving(parts, actor.workspace, conversation),
      },
    );
  });
}

interface Way extends Pick<Alteration, 'action' | 'facts'> {
  readonly kind: MessageKind;
  readonly command: (message: Message['id'], by: Message['author']) => Alteration['command'];
  readonly prepare?: () => Promise<Result<ReplyWay | undefined, ReplyRefusal>>;
}

async function tryToWrite(
  parts: Parts,
  actor: Actor,
  input: NewReply,
  way: Way,
): Promise<Result<Written, MessageRefusal>> {
  const refused = refuseBody(input.body, input.attachments ?? []);
  if (refused) return refused;
  const repeated = await findRepeat(parts, actor, input, way.kind);
  if (repeated) return repeated;
  const to = { conversation: input.conversation, internal: way.kind === 'note' };
  const taken = await takeAttachments(parts, actor, input.attachments ?? [], to);
  if (!taken.ok) return taken;
  const prepared = (await way.prepare?.()) ?? ok(undefined);
  if (!prepared.ok) return prepared;

  const id = input.id ?? parts.newId('message');
  const at = parts.clock.now();
  const { attachments, change } = taken.value;
  const { undoSeconds, channel: goesBy, ...copies } = prepared.value ?? {};
  const planned = await planChange(parts, actor, {
    conversation: input.conversation,
    seen: input.seen,
    action: way.action,
    command: way.command(id, refOf(actor)),
    ...(way.facts ? { facts: way.facts } : {}),
    words: { preview: previewOf(input.body.text, previewLength) },
    beside: (conversation) => {
      const channel = way.kind === 'inbound' ? 'chat' : (goesBy ?? conversation.channel);
      const given = { id, kind: way.kind, actor, at, body: input.body, attachments, ...copies };
      const { state, last, waiting } = conversation;
      const stoodBefore =
        way.kind === 'reply' ? { state, last, waiting, andThen: input.then ?? null, upTo: conversation.version } : null;
      const message = buildMessage({ ...given, conversation: { id: conversation.id, channel }, stoodBefore });
      return withMessage(parts, message, change, undoSeconds);
    },
  });
  if (!planned.ok) return planned;
  const { after } = planned.value;
  // Merged since it was looked at: what a contact writes goes to where the conversation went.
  if (after.mergedInto) return answer(parts, actor, input);
  if (!planned.value.change) return refuse({ code: 'not-found' });
  const plan = withLastVersion({ change: planned.value.change, after }, id);
  const sent = way.kind === 'inbound' ? undefined : await dropSentDraft(parts, actor, sentDraft(input, way.kind));
  const conversation = await commitPlan(parts, {
    after,
    change: sent ? combineChanges(actor.workspace, [plan.change, sent]) : plan.change,
  });
  return plan.message ? ok({ message: plan.message, conversation }) : refuse({ code: 'not-found' });
}

function sentDraft({ conversation, draft: revision }: NewMessage, kind: DraftKind) {
  return { conversation, kind, revision };
}

/** Only the whole plan says which version a reply leads to: the desk may do more upon it by itself. */
function withLastVersion({ change, after }: Plan, id: Message['id']) {
  let message: Message | undefined;
  const put = change.put.map((row) => {
    if (row.kind !== 'message' || row.row.id !== id) return row;
    const { stoodBefore } = row.row;
    message = { ...row.row, stoodBefore: stoodBefore && { ...stoodBefore, upTo: after.version } };
    return { ...row, row: message };
  });
  return { change: { ...change, put }, message };
}
