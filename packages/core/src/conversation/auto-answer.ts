import { isOpenAt } from '../hours/open-time.ts';
import type { Body } from '../message/body.ts';
import type { Contact } from '../people/contact.ts';
import { type Instant, plus } from '../shared/instant.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Conversation } from './conversation.ts';
import type { ConversationFact } from './event.ts';

interface Asked {
  readonly settings: Pick<Workspace, 'autoAnswers' | 'hours'>;
  /** As it stands after the message. */
  readonly conversation: Conversation;
  readonly facts: readonly ConversationFact[];
  readonly contact: Pick<Contact, 'answeredAt'>;
  /** The message came from the contact itself, by an address or a session that is the contact's for sure. */
  readonly isProven: boolean;
  readonly at: Instant;
}

/** A contact gets one automatic answer at most in this time, whatever it writes and where. */
const answerPause = 60 * 60_000;

/**
 * What the desk answers by itself, if anything. Never to a machine, to spam or to who may be somebody else
 * (RFC 3834 §2), and never with the sender's own words in it.
 */
export function autoAnswer({ settings, conversation, facts, contact, isProven, at }: Asked): Body | undefined {
  const asked = facts.some((fact) => fact.type === 'message-added' && fact.kind === 'inbound' && !fact.automatic);
  if (!asked || conversation.spam || !isProven) return undefined;
  if (contact.answeredAt !== null && plus(contact.answeredAt, answerPause) > at) return undefined;
  const { acknowledgement, outOfHours } = settings.autoAnswers;
  if (outOfHours && settings.hours && !isOpenAt(settings.hours, at)) return outOfHours;
  const isNew = facts.some(({ type }) => type === 'conversation-started');
  return isNew && acknowledgement ? acknowledgement : undefined;
}
