import type { Action } from '../access/can.ts';
import type { ConversationCommand } from '../conversation/command.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { decide } from '../conversation/decide.ts';
import { type Facts, plainFacts } from '../conversation/facts.ts';
import type { ConversationRefusal } from '../conversation/refusal.ts';
import type { Actor } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Change } from '../storage/change.ts';
import { resolveRow } from '../storage/resolve-row.ts';
import type { Row } from '../storage/row.ts';
import { buildChange, type Happened, workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import { followUp } from './follow-up.ts';
import { type Forbidden, gate, type NotFound } from './gate.ts';
import { indexMessages } from './index-messages.ts';
import { loadTarget, loadUnseen } from './load-facts.ts';
import { notificationRows, notify } from './notify.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

export interface Alteration {
  readonly conversation: ConversationId;
  /** The version that the caller had last seen; what matters and happened since then refuses the command. */
  readonly seen?: number | undefined;
  readonly action: Action;
  readonly command: ConversationCommand;
  /** Facts beyond what was unseen and whom the command names. */
  readonly facts?: (conversation: Conversation) => Promise<Partial<Facts>>;
  readonly words?: Happened['words'];
  /** What is written in the same commit, beside the conversation. */
  readonly beside?: (conversation: Conversation) => Partial<Change>;
}

export type AlterationRefusal = ConversationRefusal | NotFound | Forbidden;

/** Loads, asks the gate, decides, commits; again when somebody was faster. Gives the conversation as it then is. */
export function changeConversation(
  parts: Parts,
  actor: Actor,
  alteration: Alteration,
): Promise<Result<Conversation, AlterationRefusal>> {
  return retrying(() => tryToChange(parts, actor, alteration));
}

/** One attempt: rejects with a `StorageError` when somebody was faster. */
export async function tryToChange(
  parts: Parts,
  actor: Actor,
  alteration: Alteration,
): Promise<Result<Conversation, AlterationRefusal>> {
  const planned = await planChange(parts, actor, alteration);
  if (!planned.ok) return planned;
  const { change, after } = planned.value;
  return ok(change ? await commitPlan(parts, { change, after }) : after);
}

/** A change that is decided and not yet written, and the conversation as it will then be, with pending seqs. */
export interface Plan {
  readonly change: Change;
  readonly after: Conversation;
}

/** Loads, asks the gate and decides, without writing; several plans can be written as one (`combineChanges`). */
export async function planChange(
  parts: Parts,
  actor: Actor,
  alteration: Alteration,
): Promise<Result<Plan | { readonly change: null; readonly after: Conversation }, AlterationRefusal>> {
  const { workspace } = actor;
  const [found] = await parts.storage.find(workspace, 'conversation', [alteration.conversation]);
  const passed = gate(actor, alteration.action, found);
  if (!passed.ok) return passed;

  const conversation = passed.value;
  const { command } = alteration;
  const target = await loadTarget(parts, workspace, command);
  const facts: Facts = {
    ...plainFacts,
    unseen: await loadUnseen(parts, workspace, conversation, alteration.seen),
    target: target.value,
    ...(await alteration.facts?.(conversation)),
  };
  const at = parts.clock.now();
  const decision = decide(conversation, command, facts, at);
  if (!decision.ok) return decision;

  const beside = alteration.beside?.(conversation) ?? {};
  if (decision.value.length === 0 && !beside.settle) return ok({ change: null, after: conversation });
  const happened = {
    workspace,
    id: conversation.id,
    before: conversation,
    facts: decision.value,
    actor: command.by,
    at,
    ...(alteration.words ? { words: alteration.words } : {}),
  };
  return ok(await plan(parts, { happened, expect: target.expect, beside }));
}

interface Written {
  readonly happened: Happened;
  readonly expect: Change['expect'];
  readonly beside: Partial<Change>;
}

/** The whole change: what happened, what follows from it by itself, and what is written beside it. */
export async function plan(parts: Parts, { happened, expect, beside }: Written): Promise<Plan> {
  const { workspace, facts, at, actor: by } = happened;
  const upon = await followUp(parts, happened, beside.put ?? []);
  const { after, ...change } = buildChange({ ...happened, followed: upon.facts });
  const rows = [...(beside.put ?? []), ...upon.put];
  const messages = rows.flatMap((row) => (row.kind === 'message' ? [row.row] : []));
  const told = await notify(parts, {
    workspace,
    conversation: after,
    facts: [...facts, ...upon.facts],
    by,
    at,
    messages,
  });
  const events = [...change.events, ...(beside.events ?? [])];
  const notified = notificationRows(parts, told.told, { conversation: after.id, by, at, offset: events.length });
  return {
    after,
    change: {
      ...change,
      ...beside,
      expect: [...change.expect, ...expect, ...(beside.expect ?? []), ...upon.expect],
      put: newestOf([
        ...change.put,
        ...rows,
        ...told.messages.map((row) => ({ kind: 'message', row }) as const),
        ...notified.put,
      ]),
      events: [...events, ...workspaceEvents(notified.facts, { kind: 'system' }, at, events.length)],
      enlist: [...(beside.enlist ?? []), ...notified.enlist],
      index: [...(beside.index ?? []), ...indexMessages(messages, change.events, after.subject)],
      schedule: [...change.schedule, ...(beside.schedule ?? []), ...upon.schedule],
      cancel: [...change.cancel, ...(beside.cancel ?? [])],
    },
  };
}

/** Each row once, as it was put last. */
function newestOf(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [`${row.kind}/${row.row.id}`, row])).values()];
}

/** Commits what happened to a conversation and gives the conversation with its real seqs. */
export async function write(parts: Parts, written: Written): Promise<Conversation> {
  return commitPlan(parts, await plan(parts, written));
}

export async function commitPlan(parts: Parts, { change, after }: Plan): Promise<Conversation> {
  const committed = await commit(parts, change);
  return resolveRow({ kind: 'conversation', row: after }, committed.before).row as Conversation;
}
