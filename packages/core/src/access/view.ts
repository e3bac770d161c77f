import type { Conversation } from '../conversation/conversation.ts';
import type { AudienceSide, LogEvent } from '../log/log-event.ts';
import { isConversationEvent } from '../log/log-event.ts';
import type { Actor } from '../people/actor.ts';
import { holderKnows, inScope, type Scope, scope, scopeCovers } from './scope.ts';

/**
 * What a reader gets of a log entry. `full`: all of it. `visitor`: the part for a holder. `appear`: the
 * conversation came into sight. `forget`: it left it.
 */
export type View = 'full' | 'visitor' | 'appear' | 'forget' | 'nothing';

/** `now` is the conversation as it stands when the frame is made; absent for entries about no conversation. */
export function view(event: LogEvent, actor: Actor, now: Conversation | undefined): View {
  if (!isConversationEvent(event)) return viewOfWorkspace(event, actor);
  if (!now) return 'nothing';
  const reader = scope(actor);
  if (reader.kind === 'holder') return holderKnows(reader, now, event) && isForVisitors(event) ? 'visitor' : 'nothing';

  const readableNow = inScope(reader, now);
  const { before, after } = event.audience;
  const saw = before !== null && wasReadable(reader, before, now, event.version);
  const sees = wasReadable(reader, after, now, event.version);
  if (saw && !sees) return 'forget';
  if (!sees || !readableNow) return 'nothing';
  return saw || before === null ? 'full' : 'appear';
}

function viewOfWorkspace(event: LogEvent, actor: Actor): View {
  if (actor.kind === 'visitor') return 'nothing';
  if (event.type === 'access-changed' && event.teammate === null) return actor.kind === 'teammate' ? 'full' : 'nothing';
  if (event.audience === 'workspace') return 'full';
  return 'teammate' in event.audience && actor.kind === 'teammate' && event.audience.teammate === actor.id
    ? 'full'
    : 'nothing';
}

/** A share that the event itself made or ended stands in its audience; an older one that still holds, in the row. */
function wasReadable(reader: Scope, side: AudienceSide, now: Conversation, version: number): boolean {
  if (scopeCovers(reader, side)) return true;
  if (reader.kind !== 'member') return false;
  const me = reader.sharedWith;
  return side.shares.includes(me) || now.sharedWith.some((share) => share.teammate === me && share.since < version);
}

function isForVisitors(event: LogEvent): boolean {
  return event.type === 'message-added' ? event.kind !== 'note' : event.type === 'conversation-started';
}
