import { can } from '../access/can.ts';
import { type View, view } from '../access/view.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Frame } from '../log/frame.ts';
import { isConversationEvent, type LogEvent } from '../log/log-event.ts';
import type { Actor } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';
import { isPersonal, joinPersonalRows, type PersonalEvent } from './join-personal-rows.ts';
import { joinRows } from './join-rows.ts';
import type { Parts } from './parts.ts';

/** What the actor gets of log entries, each with its rows as they stand now. */
export async function framesOf(parts: Parts, actor: Actor, events: readonly LogEvent[]): Promise<readonly Frame[]> {
  const ids = [...new Set(events.map(aboutOf).filter((id) => id !== null))];
  const rows = ids.length > 0 ? await parts.storage.find(actor.workspace, 'conversation', ids) : [];
  const conversations = new Map<ConversationId | null, Conversation>(
    rows.flatMap((row) => (row ? [[row.id, row]] : [])),
  );
  const viewed = events.map((event) => ({ event, as: view(event, actor, conversations.get(event.conversation)) }));
  const shown = viewed.filter(({ as }) => as === 'full' || as === 'visitor').map(({ event }) => event);
  const entries = new Map((await joinRows(parts, actor.workspace, shown)).map((entry) => [entry.event.seq, entry]));
  const personal = await joinPersonalRows(parts, actor.workspace, shown.flatMap(personalOf));

  return viewed.flatMap(({ event, as }): readonly Frame[] => {
    const { seq } = event;
    if (as === 'nothing') return [];
    if (isConversationEvent(event)) {
      return conversationFrame(event, as, conversations.get(event.conversation), entries.get(seq));
    }
    const { audience, ...rest } = event;
    if (!isPersonal(rest)) return [{ kind: 'workspace', seq, event: rest }];
    // What a notification is about may have left the reader's sight since.
    const about = rest.type === 'notified' ? conversations.get(rest.about) : undefined;
    if (rest.type === 'notified' && !(about && can(actor, 'read', about))) return [];
    return [{ kind: 'personal', seq, event: rest, row: personal.get(seq) ?? null }];
  });
}

function personalOf(event: LogEvent): readonly PersonalEvent[] {
  return !isConversationEvent(event) && isPersonal(event) ? [event] : [];
}

function aboutOf(event: LogEvent): ConversationId | null {
  return event.type === 'notified' ? event.about : event.conversation;
}

function conversationFrame(
  { seq, conversation: id }: Extract<LogEvent, { conversation: ConversationId }>,
  as: View,
  conversation: Conversation | undefined,
  entry: (Frame & { kind: 'happened' })['entry'] | undefined,
): readonly Frame[] {
  if (as === 'forget') return [{ kind: 'forget', seq, conversation: id }];
  if (!conversation) return [];
  if (as === 'appear') return [{ kind: 'appear', seq, conversation }];
  return entry ? [{ kind: 'happened', seq, entry, conversation }] : [];
}
