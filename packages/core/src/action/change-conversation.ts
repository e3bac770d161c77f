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
import { buildChange, type Happened } from './build-change.ts';
import { commit } from './commit.ts';
import { type Forbidden, gate, type NotFound } from './gate.ts';
import { loadTarget, loadUnseen } from './load-facts.ts';
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
  if (decision.value.length === 0 && !beside.settle) return ok(conversation);
  const happened = {
    workspace,
    id: conversation.id,
    before: conversation,
    facts: decision.value,
    actor: command.by,
    at,
    ...(alteration.words ? { words: alteration.words } : {}),
  };
  return ok(await write(parts, { happened, expect: target.expect, beside }));
}

/** Commits what happened to a conversation and gives the conversation with its real seqs. */
export async function write(
  parts: Parts,
  { happened, expect, beside }: { happened: Happened; expect: Change['expect']; beside: Partial<Change> },
): Promise<Conversation> {
  const { after, ...change } = buildChange(happened);
  const committed = await commit(parts, {
    ...change,
    ...beside,
    expect: [...change.expect, ...expect, ...(beside.expect ?? [])],
    put: [...change.put, ...(beside.put ?? [])],
    events: [...change.events, ...(beside.events ?? [])],
    schedule: [...change.schedule, ...(beside.schedule ?? [])],
    cancel: [...change.cancel, ...(beside.cancel ?? [])],
  });
  return resolveRow({ kind: 'conversation', row: after }, committed.before).row as Conversation;
}
