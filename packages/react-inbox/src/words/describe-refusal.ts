import type { ConversationEvent, TeammateId } from '@deskkit/core';
import { isApiError } from '@deskkit/core/client';
import type { Strings } from '../strings.ts';
import { describeEvent, type EventWords } from './describe-event.ts';

/** Why something did not happen, and what to do about it. */
export function describeRefusal(error: unknown, words: EventWords): string {
  const { strings, names } = words;
  const say = strings.refusal;
  if (!isApiError(error)) return say.other;
  if (error.code === 'already-assigned' && isTeammateId(error.problem.teammate)) {
    return say.alreadyAssigned(names.teammate(error.problem.teammate));
  }
  if (error.code === 'conversation-changed') return describeChanged(error.problem.happened, words);
  const plain = plainWords(strings)[error.code];
  return plain ?? (error.retryable ? say.unreachable : say.other);
}

function describeChanged(happened: unknown, words: EventWords): string {
  const last = (Array.isArray(happened) ? (happened as readonly ConversationEvent[]) : []).at(-1);
  const { strings, names, contact } = words;
  if (!last) return strings.refusal.other;
  const who = names.actor(last.actor, contact);
  const wrote =
    last.type === 'message-added' && (last.kind === 'inbound' ? strings.event.wrote : strings.event.replied);
  return strings.refusal.changed(wrote ? wrote(who) : (describeEvent(last, words) ?? who));
}

function isTeammateId(value: unknown): value is TeammateId {
  return typeof value === 'string';
}

function plainWords({ refusal: say }: Strings): Readonly<Record<string, string>> {
  return {
    unreachable: say.unreachable,
    'not-found': say.notFound,
    'conversation-merged': say.merged,
    'conversation-closed': say.closed,
    'conversation-snoozed': say.snoozed,
    'conversation-not-snoozed': say.notSnoozed,
    'snooze-in-past': say.inPast,
    'snooze-too-far': say.tooFar,
    'body-empty': say.bodyEmpty,
    'body-too-long': say.bodyTooLong,
    'contact-unreachable': say.unreachableContact,
    'teammate-unknown': say.unknownTarget,
    'teammate-deactivated': say.unknownTarget,
    'team-unknown': say.unknownTarget,
    'no-token': say.signIn,
    'bad-token': say.signIn,
  };
}
