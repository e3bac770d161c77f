import fc from 'fast-check';
import type { ConversationCommand } from '../conversation/command.ts';
import { type Conversation, priorities } from '../conversation/conversation.ts';
import type { Facts, MessageFacts } from '../conversation/facts.ts';
import type { ActorRef } from '../people/actor.ts';
import { newId } from '../shared/id.ts';
import { type Instant, plus } from '../shared/instant.ts';
import { buildConversation } from './builders.ts';

/** A few of each kind of id, so that what is drawn at random meets again. */
export const pool = {
  teammates: [newId('teammate'), newId('teammate'), newId('teammate')],
  teams: [newId('team'), newId('team')],
  messages: [newId('message'), newId('message'), newId('message')],
  tags: [newId('tag'), newId('tag'), newId('tag')],
  contacts: [newId('contact'), newId('contact')],
} as const;

/** When what is drawn at random happens. */
export const now = '2026-01-31T09:00:00.000Z' as Instant;

const hour = 3_600_000;
const teammate = fc.constantFrom(...pool.teammates);
const team = fc.constantFrom(...pool.teams);
const message = fc.constantFrom(...pool.messages);
const orNull = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });
const instant = fc.integer({ min: -5, max: 5 }).map((hours) => plus(now, hours * hour));
const until = fc.oneof(fc.constant('next-reply' as const), instant, fc.constant(plus(now, 40_000 * hour)));
const seq = fc.integer({ min: 1, max: 9 });
/** Words that no event may carry. */
export const secret = 'a secret';

export const arbitraryActor: fc.Arbitrary<ActorRef> = fc.oneof(
  teammate.map((id): ActorRef => ({ kind: 'teammate', id })),
  fc.constantFrom(...pool.contacts).map((id): ActorRef => ({ kind: 'contact', id })),
  fc.constantFrom<ActorRef>({ kind: 'system' }, { kind: 'outsider' }),
);

/** A conversation in any state that the rules can lead to, and in some that they cannot. */
export const arbitraryConversation: fc.Arbitrary<Conversation> = fc
  .record({
    version: fc.integer({ min: 2, max: 9 }),
    contact: fc.constantFrom(...pool.contacts),
    state: fc.oneof(
      fc.constant({ status: 'open' } as const),
      until.map((until) => ({ status: 'snoozed', until }) as const),
      fc.constant({ status: 'closed', closedAt: plus(now, -hour) } as const),
    ),
    assignee: fc.record({ teammate: orNull(teammate), team: orNull(team) }),
    sharedWith: fc.subarray([...pool.teammates]).map((all) => all.map((id) => ({ teammate: id, since: 1 }))),
    spam: fc.boolean(),
    mergedInto: fc.option(fc.constant(newId('conversation')), { nil: null, freq: 5 }),
    holder: orNull(fc.constant({ session: newId('session'), identity: null })),
    last: fc.record({
      id: message,
      seq,
      at: fc.constant(plus(now, -hour)),
      kind: fc.constantFrom('inbound' as const, 'reply' as const, 'note' as const),
    }),
    waiting: orNull(fc.record({ seq, at: fc.constant(plus(now, -hour)) })),
    priority: fc.constantFrom(...priorities),
    tags: fc.subarray([...pool.tags]),
    rating: orNull(fc.integer({ min: 1, max: 5 })),
    contactRead: orNull(message),
    subject: fc.constantFrom('', secret),
    attributes: fc.constantFrom({}, { note: secret }, { seats: 3 }),
  })
  .map(buildConversation);

const who = { by: arbitraryActor };
const about = { ...who, message };

/** Any command of each type, as often as any other. */
export const arbitraryCommand: fc.Arbitrary<ConversationCommand> = fc.oneof(
  fc.record({ type: fc.constant('receive'), ...about, automatic: fc.boolean() }),
  fc
    .record({
      type: fc.constant('reply'),
      ...about,
      andThen: fc.oneof(
        fc.constantFrom(undefined, 'open', 'close'),
        until.map((snooze) => ({ snooze })),
      ),
    })
    // biome-ignore lint/suspicious/noThenProperty: the command's word; a command is never awaited
    .map(({ andThen, ...reply }) => (andThen ? { ...reply, then: andThen } : reply) as ConversationCommand),
  ...(['note', 'edit-note', 'delete-note', 'retract', 'retry', 'mark-contact-read'] as const).map((type) =>
    fc.record({ type: fc.constant(type), ...about }),
  ),
  ...(['close', 'open', 'unsnooze', 'wake', 'unmark-spam'] as const).map((type) =>
    fc.record({ type: fc.constant(type), ...who }),
  ),
  fc.record({ type: fc.constant('mark-spam'), ...who, because: fc.constantFrom('teammate', 'flood') }),
  fc.record({ type: fc.constant('snooze'), ...who, until }),
  fc.record(
    { type: fc.constant('assign'), ...who, teammate: orNull(teammate), team: orNull(team) },
    { requiredKeys: ['type', 'by'] },
  ),
  fc.record(
    {
      type: fc.constant('reassign'),
      ...who,
      because: fc.constantFrom('policy', 'assignee-gone', 'team-deleted'),
      teammate: orNull(teammate),
      team: orNull(team),
    },
    { requiredKeys: ['type', 'by', 'because'] },
  ),
  ...(['claim', 'share', 'unshare'] as const).map((type) => fc.record({ type: fc.constant(type), ...who, teammate })),
  fc.record({ type: fc.constant('rate'), ...who, score: fc.integer({ min: 1, max: 5 }) }),
  fc.record(
    {
      type: fc.constant('change-details'),
      ...who,
      subject: fc.constantFrom('', `${secret} subject`),
      priority: fc.constantFrom(...priorities),
      tags: fc.array(fc.constantFrom(...pool.tags), { maxLength: 4 }),
      attributes: fc.constantFrom({}, { note: `${secret} note` }),
    },
    { requiredKeys: ['type', 'by'] },
  ),
  fc.record({ type: fc.constant('merge'), ...who, into: arbitraryConversation }),
  fc.record({ type: fc.constant('absorb'), ...who, from: arbitraryConversation }),
  fc.record({
    type: fc.constant('change-delivery'),
    ...about,
    state: fc.constantFrom('queued', 'sent', 'delayed', 'failed'),
    reason: fc.constantFrom(null, 'server-busy'),
  }),
) as fc.Arbitrary<ConversationCommand>;

const messageFacts: fc.Arbitrary<MessageFacts> = fc.record({
  author: arbitraryActor,
  kind: fc.constantFrom('inbound', 'reply', 'note'),
  isGone: fc.boolean(),
  delivery: fc.constantFrom(null, 'queued', 'sending', 'sent', 'failed'),
  canUndo: fc.boolean(),
  restores: fc.constantFrom({}, { state: { status: 'open' } as const }, { waiting: null }),
  mentioned: fc.subarray([...pool.teammates, ...pool.teams]),
});

/** What a rule may be told; nothing is unseen. */
export const arbitraryFacts: fc.Arbitrary<Facts> = fc.record({
  unseen: fc.constant([]),
  assignee: fc.constantFrom('present', 'away-reassigning', 'deactivated'),
  mentioned: fc.array(
    fc.oneof(fc.record({ teammate }), fc.record({ team, members: fc.subarray([...pool.teammates]) })),
    { maxLength: 3 },
  ),
  target: fc.record({
    teammate: fc.constantFrom('active', 'deactivated', 'unknown'),
    team: fc.constantFrom('known', 'unknown'),
  }),
  message: orNull(messageFacts),
  hasContactRead: fc.boolean(),
  keepTimedSnoozes: fc.boolean(),
});
