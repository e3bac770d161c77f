import type { Action } from '../access/can.ts';
import type { ConversationCommand } from '../conversation/command.ts';
import type { Conversation, SnoozeUntil } from '../conversation/conversation.ts';
import { type Actor, refOf } from '../people/actor.ts';
import type { ConversationId, TeamId, TeammateId } from '../shared/id.ts';
import { type Result, refuse } from '../shared/result.ts';
import { type AlterationRefusal, changeConversation } from './change-conversation.ts';
import { gateOf } from './gate.ts';
import type { Parts } from './parts.ts';

/** Which conversation, and the version of it that the caller had last seen. */
export interface On {
  readonly conversation: ConversationId;
  readonly seen?: number | undefined;
}

type Changed = Promise<Result<Conversation, AlterationRefusal>>;
type Bare<Command> = Command extends ConversationCommand ? Omit<Command, 'by'> : never;

function command(
  parts: Parts,
  actor: Actor,
  { conversation, seen }: On,
  asked: Bare<ConversationCommand>,
  action: Action = 'write',
): Changed {
  const by = refOf(actor);
  return changeConversation(parts, actor, {
    conversation,
    seen,
    action,
    command: { ...asked, by } as ConversationCommand,
  });
}

export function close(parts: Parts, actor: Actor, input: On): Changed {
  return command(parts, actor, input, { type: 'close' });
}

export function open(parts: Parts, actor: Actor, input: On): Changed {
  return command(parts, actor, input, { type: 'open' });
}

export function snooze(parts: Parts, actor: Actor, input: On & { readonly until: SnoozeUntil }): Changed {
  return command(parts, actor, input, { type: 'snooze', until: input.until });
}

export function unsnooze(parts: Parts, actor: Actor, input: On): Changed {
  return command(parts, actor, input, { type: 'unsnooze' });
}

/** Who has it: a half that is absent stays as it is, `null` clears it. */
export function assign(
  parts: Parts,
  actor: Actor,
  input: On & { readonly teammate?: TeammateId | null | undefined; readonly team?: TeamId | null | undefined },
): Changed {
  const { teammate, team } = input;
  return command(parts, actor, input, {
    type: 'assign',
    ...(teammate === undefined ? {} : { teammate }),
    ...(team === undefined ? {} : { team }),
  });
}

/** Takes it for oneself where nobody has it; an integrator names for whom. */
export async function claim(
  parts: Parts,
  actor: Actor,
  input: On & { readonly teammate?: TeammateId | undefined },
): Changed {
  const forbidden = gateOf(actor, 'write');
  if (forbidden) return forbidden;
  const teammate = actor.kind === 'teammate' ? actor.id : input.teammate;
  if (!teammate) return refuse({ code: 'teammate-unknown', path: 'teammate' });
  return command(parts, actor, input, { type: 'claim', teammate });
}

/** Puts it into a teammate's Shared with me. */
export function share(parts: Parts, actor: Actor, input: On & { readonly teammate: TeammateId }): Changed {
  return command(parts, actor, input, { type: 'share', teammate: input.teammate }, 'share');
}

/** Takes it out of Shared with me again: one's own, or, for admins, anybody's. */
export function unshare(parts: Parts, actor: Actor, input: On & { readonly teammate: TeammateId }): Changed {
  const own = actor.kind === 'teammate' && actor.id === input.teammate;
  return command(parts, actor, input, { type: 'unshare', teammate: input.teammate }, own ? 'write' : 'unshare-another');
}

export function markSpam(parts: Parts, actor: Actor, input: On): Changed {
  return command(parts, actor, input, { type: 'mark-spam', because: 'teammate' });
}

export function unmarkSpam(parts: Parts, actor: Actor, input: On): Changed {
  return command(parts, actor, input, { type: 'unmark-spam' });
}
