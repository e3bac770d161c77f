import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationFact } from '../conversation/event.ts';
import { maxSharesAtOnce } from '../conversation/facts.ts';
import type { ActorRef } from '../people/actor.ts';
import type { Teammate } from '../people/teammate.ts';
import type { MessageId, TeammateId } from '../shared/id.ts';
import type { Because, ToldNobody } from './because.ts';

/** What happened to a conversation, and who there is to tell. */
export interface News {
  /** As it stands after all of it. */
  readonly conversation: Conversation;
  readonly facts: readonly ConversationFact[];
  readonly by: ActorRef;
  /** Everybody of the workspace. */
  readonly teammates: readonly Teammate[];
  /** Who wrote the message whose delivery changed. */
  readonly author: TeammateId | null;
}

/** One teammate that is told, once for all that happened together. */
export interface Told {
  readonly teammate: TeammateId;
  readonly because: Because;
  readonly message: MessageId | null;
}

/** Whom to tell: the first reason in the order of `becauses` wins, and nobody is told what they did themselves. */
export function tell(news: News): readonly Told[] {
  const active = news.teammates.filter((one) => one.status === 'active');
  const told = news.facts
    .flatMap((fact) => tellOf(fact, news, active))
    .filter(({ teammate }) => !(news.by.kind === 'teammate' && news.by.id === teammate));
  const first = new Map<TeammateId, Told>();
  for (const one of told.sort((one, other) => rank(one) - rank(other))) {
    if (!first.has(one.teammate) && active.some(({ id }) => id === one.teammate)) first.set(one.teammate, one);
  }
  return [...first.values()].slice(0, maxTold);
}

/** So many are told of one thing at most: those who are available first. */
export const maxTold = 100;

/** The facts that may tell somebody, so that nobody is loaded for the others. */
export function mayTell(facts: readonly ConversationFact[]): boolean {
  return facts.some(({ type }) => telling.has(type));
}

const telling = new Set<ConversationFact['type']>([
  'message-added',
  'mentioned',
  'assignee-changed',
  'conversation-opened',
  'delivery-changed',
]);

const order: readonly Because[] = [
  'mentioned',
  'team-mentioned',
  'assigned',
  'taken-away',
  'contact-wrote-to-you',
  'contact-wrote-to-team',
  'contact-wrote-unassigned',
  'snooze-ended',
  'delivery-failed',
];

function rank({ because }: Told): number {
  return order.indexOf(because);
}

function tellOf(fact: ConversationFact, news: News, active: readonly Teammate[]): readonly Told[] {
  const { conversation } = news;
  switch (fact.type) {
    case 'message-added':
      return tellsOfContact(fact, conversation) ? readersOf(conversation, active, fact.message) : [];
    case 'mentioned':
      return 'teammate' in fact
        ? [{ teammate: fact.teammate, because: 'mentioned', message: fact.message }]
        : toldOfMention(membersOf(fact.team, active), fact.message);
    case 'assignee-changed': {
      const { from, to, because } = fact;
      if (from.teammate === to.teammate) return [];
      return [
        ...(to.teammate ? [told(to.teammate, 'assigned')] : []),
        ...(from.teammate && because === 'assignee-away' ? [told(from.teammate, 'taken-away')] : []),
      ];
    }
    case 'conversation-opened': {
      const { teammate, team } = conversation.assignee;
      if (fact.because !== 'snooze-ended') return [];
      if (teammate) return [told(teammate, 'snooze-ended')];
      return team ? membersOf(team, active).map(({ id }) => told(id, 'snooze-ended')) : [];
    }
    case 'delivery-changed': {
      const teammate = news.author ?? conversation.assignee.teammate;
      return fact.state === 'failed' && teammate ? [told(teammate, 'delivery-failed', fact.message)] : [];
    }
    default:
      return [];
  }
}

/** A large team is told by the job that shares with it. */
function toldOfMention(members: readonly Teammate[], message: MessageId): readonly Told[] {
  return members.length > maxSharesAtOnce ? [] : members.map(({ id }) => told(id, 'team-mentioned', message));
}

function told(teammate: TeammateId, because: Because, message: MessageId | null = null): Told {
  return { teammate, because, message };
}

function tellsOfContact(fact: ConversationFact & { type: 'message-added' }, { spam }: Conversation): boolean {
  return fact.kind === 'inbound' && !fact.automatic && !spam;
}

/** Who hears what a contact writes: who has it, else the team, else everybody. Nobody in the team: who runs the desk. */
function readersOf(
  { assignee, state }: Conversation,
  active: readonly Teammate[],
  message: MessageId,
): readonly Told[] {
  const owner = active.find(({ id }) => id === assignee.teammate);
  if (owner) return [told(owner.id, 'contact-wrote-to-you', message)];
  // It sleeps on although the contact wrote, and wakes nobody but who has it.
  if (state.status === 'snoozed') return [];
  if (!assignee.team) return availableFirst(active).map(({ id }) => told(id, 'contact-wrote-unassigned', message));
  const members = membersOf(assignee.team, active);
  const readers = members.length > 0 ? members : active.filter(({ role }) => role !== 'member');
  return availableFirst(readers).map(({ id }) => told(id, 'contact-wrote-to-team', message));
}

function membersOf(team: string, active: readonly Teammate[]): readonly Teammate[] {
  return active.filter(({ teams }) => (teams as readonly string[]).includes(team));
}

function availableFirst(teammates: readonly Teammate[]): readonly Teammate[] {
  const isAway = ({ availability }: Teammate) => (availability === 'away' ? 1 : 0);
  return [...teammates].sort((one, other) => isAway(one) - isAway(other));
}

/** Why a contact's message told nobody; `null` when it told somebody, or is nobody's news. */
export function whyNobody(
  fact: ConversationFact & { type: 'message-added' },
  { conversation, teammates }: Pick<News, 'conversation' | 'teammates'>,
  told: readonly Told[],
): ToldNobody | null {
  if (fact.kind !== 'inbound' || told.some(({ message }) => message === fact.message)) return null;
  if (fact.automatic) return 'automatic';
  if (conversation.spam) return 'spam';
  if (!teammates.some(({ status }) => status === 'active')) return 'nobody-active';
  return conversation.state.status === 'snoozed' ? 'asleep' : 'switched-off';
}
