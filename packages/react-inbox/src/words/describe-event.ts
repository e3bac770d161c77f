import type { SnoozeUntil } from '@deskkit/core';
import type { EventView } from '@deskkit/core/client';
import type { Strings } from '../strings.ts';
import type { Names } from './names.ts';

export interface EventWords {
  readonly strings: Strings;
  readonly names: Names;
  /** How the conversation's contact is called. */
  readonly contact: string;
  readonly until: (until: SnoozeUntil) => string;
}

/** An event in words; `undefined` for what is shown elsewhere: messages, their deliveries and mentions. */
export function describeEvent(event: EventView, words: EventWords): string | undefined {
  const { strings, names, contact, until } = words;
  const say = strings.event;
  const who = names.actor(event.actor, contact);
  switch (event.type) {
    case 'conversation-started':
      return say.startedBy(strings.channel[event.channel] ?? event.channel);
    case 'conversation-closed':
      return say.closed(who);
    case 'conversation-snoozed':
      return say.snoozed(who, until(event.until));
    case 'conversation-opened':
      return describeOpened(event, who, words);
    case 'assignee-changed':
      return describeAssigned(event, who, words);
    case 'shared':
      return event.because === 'by-hand' ? say.shared(who, names.teammate(event.teammate)) : undefined;
    case 'message-edited':
      return say.noteEdited(who);
    case 'message-deleted':
      return say.noteDeleted(who);
    case 'reply-retracted':
      return say.replyRetracted(who);
    case 'conversation-rated':
      return say.rated(contact, event.score);
    case 'details-changed':
      return say.detailsChanged(
        who,
        event.fields.map((field) => strings.field[field]),
      );
    case 'conversation-merged':
      return event.from === event.conversation ? say.mergedAway(who) : say.merged(who);
    case 'unshared':
      return say.unshared(names.teammate(event.teammate));
    case 'spam-changed':
      return event.spam ? say.spam(who) : say.notSpam(who);
    default:
      return undefined;
  }
}

type EventOf<Type extends EventView['type']> = Extract<EventView, { type: Type }>;

function describeOpened(event: EventOf<'conversation-opened'>, who: string, { strings, contact }: EventWords): string {
  const say = strings.event;
  switch (event.because) {
    case 'contact-replied':
      return say.contactReplied(contact);
    case 'teammate-replied':
      return say.teammateReplied(who);
    case 'teammate-opened':
      return say.opened(who);
    case 'unsnoozed':
      return say.unsnoozed(who);
    case 'snooze-ended':
      return say.snoozeEnded;
  }
}

function describeAssigned(event: EventOf<'assignee-changed'>, who: string, { strings, names }: EventWords): string {
  const say = strings.event;
  switch (event.because) {
    case 'claimed':
      return say.claimed(who);
    case 'assignee-gone':
      return say.assigneeGone;
    case 'assignee-away':
      return say.assigneeAway;
    case 'team-deleted':
      return say.teamDeleted;
    case 'policy':
      return say.assignedByPolicy(names.assignee(event.to) ?? strings.someone);
    case 'assigned': {
      const to = names.assignee(event.to);
      return to ? say.assigned(who, to) : say.unassigned(who);
    }
  }
}
