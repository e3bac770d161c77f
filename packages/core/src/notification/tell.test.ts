import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationFact } from '../conversation/event.ts';
import type { ActorRef } from '../people/actor.ts';
import type { Teammate } from '../people/teammate.ts';
import { newId } from '../shared/id.ts';
import { buildConversation, buildTeammate } from '../testing/builders.ts';
import { maxTold, mayTell, tell, whyNobody } from './tell.ts';

const team = newId('team');
const message = newId('message');
const [owner, ana, ben, cem] = [
  buildTeammate({ role: 'owner' }),
  buildTeammate({ teams: [team] }),
  buildTeammate({ teams: [team], availability: 'away' }),
  buildTeammate(),
] as const;
const gone = buildTeammate({ teams: [team], status: 'deactivated' });
const teammates = [owner, ana, ben, cem, gone];
const nobody: Conversation['assignee'] = { teammate: null, team: null };
const contact: ActorRef = { kind: 'contact', id: newId('contact') };
const written = { type: 'message-added', message, kind: 'inbound', automatic: false } as const;

interface Case {
  readonly title: string;
  readonly conversation?: Partial<Conversation>;
  readonly facts: readonly ConversationFact[];
  readonly by?: ActorRef;
  readonly author?: Teammate['id'];
  readonly told: readonly (readonly [Teammate, string])[];
}

const by = ({ id }: Teammate): ActorRef => ({ kind: 'teammate', id });
const given = (to: Partial<Conversation['assignee']>, from = nobody): ConversationFact => ({
  type: 'assignee-changed',
  from,
  to: { ...nobody, ...to },
  because: 'assigned',
});

const cases: readonly Case[] = [
  {
    title: 'a contact writes to who has it',
    conversation: { assignee: { teammate: ana.id, team } },
    facts: [written],
    told: [[ana, 'contact-wrote-to-you']],
  },
  {
    title: 'a contact writes to a team: its members, whoever is available first',
    conversation: { assignee: { teammate: null, team } },
    facts: [written],
    told: [
      [ana, 'contact-wrote-to-team'],
      [ben, 'contact-wrote-to-team'],
    ],
  },
  {
    title: 'a contact writes to a team of nobody: who runs the desk',
    conversation: { assignee: { teammate: null, team: newId('team') } },
    facts: [written],
    told: [[owner, 'contact-wrote-to-team']],
  },
  {
    title: 'a contact writes to nobody yet: everybody',
    facts: [written],
    told: [owner, ana, cem, ben].map((one) => [one, 'contact-wrote-unassigned'] as const),
  },
  {
    title: 'a contact writes to who was deactivated and has it still: everybody',
    conversation: { assignee: { teammate: gone.id, team: null } },
    facts: [written],
    told: [owner, ana, cem, ben].map((one) => [one, 'contact-wrote-unassigned'] as const),
  },
  { title: 'a machine writes', facts: [{ ...written, automatic: true }], told: [] },
  { title: 'a contact writes spam', conversation: { spam: true }, facts: [written], told: [] },
  {
    title: 'a contact writes into a snooze that sleeps on: who has it',
    conversation: { state: { status: 'snoozed', until: 'next-reply' }, assignee: { teammate: ana.id, team: null } },
    facts: [written],
    told: [[ana, 'contact-wrote-to-you']],
  },
  {
    title: 'a contact writes into a snooze of nobody that sleeps on',
    conversation: { state: { status: 'snoozed', until: 'next-reply' } },
    facts: [written],
    told: [],
  },
  { title: 'a reply', facts: [{ ...written, kind: 'reply' }], by: by(ana), told: [] },
  { title: 'somebody assigns another', facts: [given({ teammate: ben.id })], by: by(ana), told: [[ben, 'assigned']] },
  { title: 'somebody takes it', facts: [given({ teammate: ana.id })], by: by(ana), told: [] },
  { title: 'somebody assigns a team', facts: [given({ team })], by: by(cem), told: [] },
  {
    title: 'it is taken from who is away',
    facts: [{ ...given({}, { teammate: ben.id, team: null }), because: 'assignee-away' } as ConversationFact],
    by: contact,
    told: [[ben, 'taken-away']],
  },
  {
    title: 'a note names a teammate and the team: each once, the name first',
    facts: [
      { ...written, kind: 'note' },
      { type: 'mentioned', message, team },
      { type: 'mentioned', message, teammate: ben.id },
    ],
    by: by(cem),
    told: [
      [ben, 'mentioned'],
      [ana, 'team-mentioned'],
    ],
  },
  {
    title: 'a note names its author',
    facts: [{ type: 'mentioned', message, team }],
    by: by(ana),
    told: [[ben, 'team-mentioned']],
  },
  {
    title: 'the snooze of who has it ends',
    conversation: { assignee: { teammate: cem.id, team } },
    facts: [{ type: 'conversation-opened', because: 'snooze-ended' }],
    by: { kind: 'system' },
    told: [[cem, 'snooze-ended']],
  },
  {
    title: 'a reply cannot be delivered: its author',
    facts: [{ type: 'delivery-changed', message, state: 'failed', reason: 'recipient-refused' }],
    by: { kind: 'system' },
    author: cem.id,
    told: [[cem, 'delivery-failed']],
  },
  {
    title: 'a reply waits',
    facts: [{ type: 'delivery-changed', message, state: 'delayed', reason: null }],
    author: cem.id,
    told: [],
  },
];

describe('who is told when', () => {
  it.each(cases)('$title', ({ conversation, facts, by = contact, author = null, told }) => {
    const news = { conversation: buildConversation(conversation), facts, by, teammates, author };
    expect(tell(news).map(({ teammate, because }) => [teammate, because])).toEqual(
      told.map(([{ id }, because]) => [id, because]),
    );
    if (told.length > 0) expect(mayTell(facts)).toBe(true);
  });
});

describe('a contact’s message', () => {
  const people = fc.array(
    fc.record({
      status: fc.constantFrom('active', 'deactivated'),
      role: fc.constantFrom('owner', 'admin', 'member'),
      availability: fc.constantFrom('available', 'away'),
      teams: fc.constantFrom([], [team]),
    }),
    { maxLength: 150 },
  );

  it('tells somebody, or says why nobody', () => {
    const stand = fc.record({
      people,
      assigned: fc.option(fc.nat(149)),
      toTeam: fc.boolean(),
      spam: fc.boolean(),
      asleep: fc.boolean(),
      automatic: fc.boolean(),
    });
    fc.assert(
      fc.property(stand, ({ people, assigned, toTeam, spam, asleep, automatic }) => {
        const all = people.map((one) => buildTeammate(one as Partial<Teammate>));
        const conversation = buildConversation({
          spam,
          assignee: { teammate: all[assigned ?? -1]?.id ?? null, team: toTeam ? team : null },
          ...(asleep ? { state: { status: 'snoozed', until: 'next-reply' } } : {}),
        });
        const fact = { ...written, automatic };
        const told = tell({ conversation, facts: [fact], by: contact, teammates: all, author: null });
        expect(told.length > 0).toBe(whyNobody(fact, { conversation, teammates: all }, told) === null);
        expect(told.length).toBeLessThanOrEqual(maxTold);
        expect(new Set(told.map(({ teammate }) => teammate)).size).toBe(told.length);
        for (const { teammate } of told) expect(all.find(({ id }) => id === teammate)?.status).toBe('active');
        if (!spam && !asleep && !automatic && all.some(({ status }) => status === 'active') && !toTeam) {
          expect(told.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
