import { type Instant, plus } from '../shared/instant.ts';
import { ok, type Refused, type Result, refuse } from '../shared/result.ts';
import type { ConversationCommand, ConversationCommandType, ThenAfterReply } from './command.ts';
import type { Assignment, Conversation, ConversationState, SnoozeUntil } from './conversation.ts';
import { absorb, changeDetails, mergeInto } from './decide-details.ts';
import { decideMessage } from './decide-message.ts';
import type { AssignedBecause, ConversationFact } from './event.ts';
import type { Facts } from './facts.ts';
import { matters } from './matters.ts';
import { isSharedWith, mention } from './mention.ts';
import type { ConversationRefusal, RefusalOf } from './refusal.ts';

type CommandOf<Type extends ConversationCommandType> = Extract<ConversationCommand, { type: Type }>;
type Decision = Result<readonly ConversationFact[], ConversationRefusal>;

/**
 * Decides what `command` does to `conversation`: a refusal, or what happens, which may be nothing. Reads no clock
 * and touches no storage. Nothing inbound is ever refused.
 */
export function decide<Type extends ConversationCommandType>(
  conversation: Conversation,
  command: CommandOf<Type>,
  facts: Facts,
  at: Instant,
): Result<readonly ConversationFact[], RefusalOf<Type>>;
export function decide(conversation: Conversation, command: ConversationCommand, facts: Facts, at: Instant): Decision {
  if (conversation.mergedInto && !isInbound(command)) {
    return refuse({ code: 'conversation-merged', into: conversation.mergedInto });
  }
  const happened = facts.unseen.filter((event) => matters(command, event));
  if (happened.length > 0) return refuse({ code: 'conversation-changed', happened });

  const { state, assignee } = conversation;
  switch (command.type) {
    case 'receive':
      return ok(received(conversation, command, facts));
    case 'reply':
      return replied(conversation, command, at);
    case 'note':
      return ok([
        { type: 'message-added', message: command.message, kind: 'note', automatic: false },
        ...mention(conversation, command, facts.mentioned),
      ]);
    case 'assign': {
      const to = {
        teammate: command.teammate === undefined ? assignee.teammate : command.teammate,
        team: command.team === undefined ? assignee.team : command.team,
      };
      return unknownTarget(command, facts) ?? ok(assigned(assignee, to, 'assigned'));
    }
    case 'reassign': {
      const { teammate = assignee.teammate, team = assignee.team, because } = command;
      return ok(assigned(assignee, { teammate, team }, because));
    }
    case 'claim':
      if (assignee.teammate === command.teammate) return nothing;
      if (assignee.teammate) return refuse({ code: 'already-assigned', teammate: assignee.teammate });
      return (
        unknownTarget(command, facts) ?? ok(assigned(assignee, { ...assignee, teammate: command.teammate }, 'claimed'))
      );
    case 'close':
      return state.status === 'closed' ? nothing : ok([{ type: 'conversation-closed' }]);
    case 'open':
      if (state.status === 'snoozed') return refuse({ code: 'conversation-snoozed' });
      return state.status === 'open' ? nothing : ok([{ type: 'conversation-opened', because: 'teammate-opened' }]);
    case 'snooze':
      return snoozed(state, command.until, at);
    case 'unsnooze':
      if (state.status !== 'snoozed') return refuse({ code: 'conversation-not-snoozed' });
      return ok([{ type: 'conversation-opened', because: 'unsnoozed' }]);
    case 'wake':
      return isDue(state, at) && !conversation.mergedInto
        ? ok([{ type: 'conversation-opened', because: 'snooze-ended' }])
        : nothing;
    case 'share':
      if (isSharedWith(conversation, command.teammate)) return nothing;
      return unknownTarget(command, facts) ?? ok([{ type: 'shared', teammate: command.teammate, because: 'by-hand' }]);
    case 'unshare':
      return isSharedWith(conversation, command.teammate)
        ? ok([{ type: 'unshared', teammate: command.teammate }])
        : nothing;
    case 'mark-spam':
      return conversation.spam ? nothing : ok([{ type: 'spam-changed', spam: true, because: command.because }]);
    case 'unmark-spam':
      return conversation.spam ? ok([{ type: 'spam-changed', spam: false, because: 'teammate' }]) : nothing;
    case 'edit-note':
    case 'delete-note':
    case 'retract':
    case 'retry':
      return decideMessage(conversation, command, facts);
    case 'rate':
      if (state.status !== 'closed') return refuse({ code: 'not-closed' });
      return conversation.rating === command.score
        ? nothing
        : ok([{ type: 'conversation-rated', score: command.score }]);
    case 'change-details':
      return changeDetails(conversation, command);
    case 'merge':
      return mergeInto(conversation, command);
    case 'absorb':
      return absorb(conversation, command);
    case 'mark-contact-read':
      return facts.hasContactRead ? nothing : ok([{ type: 'contact-read', message: command.message }]);
    case 'change-delivery': {
      const { message, state, reason } = command;
      return ok([{ type: 'delivery-changed', message, state, reason }]);
    }
  }
}

const nothing = ok([] as const);

/** What comes from outside or from a worker reaches a merged conversation too; the pointer is followed before. */
function isInbound(command: ConversationCommand): boolean {
  return command.type === 'receive' || command.type === 'wake' || command.type === 'change-delivery';
}

function received(conversation: Conversation, command: CommandOf<'receive'>, facts: Facts): ConversationFact[] {
  const { message, automatic } = command;
  const happens: ConversationFact[] = [{ type: 'message-added', message, kind: 'inbound', automatic }];
  if (automatic || conversation.spam) return happens;
  if (contactWakes(conversation.state, facts))
    happens.push({ type: 'conversation-opened', because: 'contact-replied' });
  if (conversation.assignee.teammate && facts.assignee !== 'present') {
    const because = facts.assignee === 'deactivated' ? 'assignee-gone' : 'assignee-away';
    happens.push(...assigned(conversation.assignee, { ...conversation.assignee, teammate: null }, because));
  }
  return happens;
}

function contactWakes(state: ConversationState, facts: Facts): boolean {
  if (state.status === 'snoozed') return state.until === 'next-reply' || !facts.keepTimedSnoozes;
  return state.status === 'closed';
}

function replied(conversation: Conversation, command: CommandOf<'reply'>, at: Instant): Decision {
  const happens: ConversationFact[] = [
    { type: 'message-added', message: command.message, kind: 'reply', automatic: false },
  ];
  let { state } = conversation;
  if (state.status === 'closed') {
    happens.push({ type: 'conversation-opened', because: 'teammate-replied' });
    state = { status: 'open' };
  }
  const after = command.then ? thenOf(state, command.then, at) : nothing;
  return after.ok ? ok([...happens, ...after.value]) : after;
}

function thenOf(state: ConversationState, then: ThenAfterReply, at: Instant): Decision {
  if (then === 'close') return ok([{ type: 'conversation-closed' }]);
  if (then !== 'open') return snoozed(state, then.snooze, at);
  return state.status === 'snoozed' ? ok([{ type: 'conversation-opened', because: 'unsnoozed' }]) : nothing;
}

function assigned(from: Assignment, to: Assignment, because: AssignedBecause): ConversationFact[] {
  const same = from.teammate === to.teammate && from.team === to.team;
  return same ? [] : [{ type: 'assignee-changed', from, to, because }];
}

function unknownTarget(
  command: { readonly teammate?: unknown; readonly team?: unknown },
  facts: Facts,
): Refused<RefusalOf<'assign'>> | undefined {
  if (command.teammate && facts.target.teammate === 'unknown')
    return refuse({ code: 'teammate-unknown', path: 'teammate' });
  if (command.teammate && facts.target.teammate === 'deactivated') {
    return refuse({ code: 'teammate-deactivated', path: 'teammate' });
  }
  if (command.team && facts.target.team === 'unknown') return refuse({ code: 'team-unknown', path: 'team' });
  return undefined;
}

const twoYears = 2 * 366 * 24 * 60 * 60 * 1000;

function snoozed(state: ConversationState, until: SnoozeUntil, at: Instant): Decision {
  if (state.status === 'closed') return refuse({ code: 'conversation-closed' });
  if (until !== 'next-reply') {
    if (until <= at) return refuse({ code: 'snooze-in-past', path: 'until' });
    if (until > plus(at, twoYears)) return refuse({ code: 'snooze-too-far', path: 'until' });
  }
  return ok([{ type: 'conversation-snoozed', until }]);
}

function isDue(state: ConversationState, at: Instant): boolean {
  return state.status === 'snoozed' && state.until !== 'next-reply' && state.until <= at;
}
