import { describe, expect, it } from 'vitest';
import type { ActorRef } from '../people/actor.ts';
import { newId } from '../shared/id.ts';
import { toInstant } from '../shared/instant.ts';
import { buildConversation } from '../testing/builders.ts';
import type { ConversationCommand, DetailsGiven } from './command.ts';
import type { Conversation } from './conversation.ts';
import { decide } from './decide.ts';
import { plainFacts } from './facts.ts';

const by: ActorRef = { kind: 'teammate', id: newId('teammate') };
const [one, two] = [newId('tag'), newId('tag')];
const holder = { session: newId('session'), identity: null };

function ask(conversation: Conversation, command: ConversationCommand) {
  const decision = decide(conversation, command, plainFacts, toInstant(0));
  return decision.ok ? decision.value : decision.refusal;
}

describe('changing details', () => {
  const before = buildConversation({
    subject: 'Chair',
    priority: 'high',
    tags: [one],
    attributes: { plan: 'pro', seats: 3 },
  });

  it.each<[DetailsGiven, object | undefined]>([
    [{}, undefined],
    [{ subject: 'Chair', priority: 'high', tags: [one], attributes: { plan: 'pro', seats: 3 } }, undefined],
    [{ attributes: { seats: 3, plan: 'pro' } }, undefined],
    [{ tags: [one, one] }, undefined],
    [{ subject: 'Table' }, { fields: ['subject'] }],
    [{ subject: '' }, { fields: ['subject'] }],
    [{ priority: 'low' }, { fields: ['priority'], priority: 'low' }],
    [{ tags: [] }, { fields: ['tags'], tags: [] }],
    [{ tags: [two, one, two] }, { fields: ['tags'], tags: [two, one] }],
    [{ attributes: {} }, { fields: ['attributes'] }],
    [{ attributes: { plan: 'pro' } }, { fields: ['attributes'] }],
    [
      { subject: 'Table', priority: 'high', tags: [two], attributes: { plan: 'free' } },
      { fields: ['subject', 'tags', 'attributes'], tags: [two] },
    ],
  ])('%j says only what differs, and no words', (given, said) => {
    expect(ask(before, { type: 'change-details', by, ...given })).toEqual(
      said ? [{ type: 'details-changed', ...said }] : [],
    );
  });
});

describe('merging', () => {
  const contact = newId('contact');
  const [ana, ben] = [newId('teammate'), newId('teammate')];
  const from = buildConversation({ contact, holder, version: 7, sharedWith: [{ teammate: ana, since: 3 }] });
  const into = buildConversation({ contact, version: 4, sharedWith: [{ teammate: ben, since: 2 }] });
  const merged = { type: 'conversation-merged', from: from.id, into: into.id };

  it('says so in both, with what came along in the one that stays', () => {
    expect(ask(from, { type: 'merge', by, into })).toEqual([merged]);
    const mergedFrom = [{ conversation: from.id, holder, reads: [{ conversation: into.id, version: 5 }] }];
    expect(ask(into, { type: 'absorb', by, from })).toEqual([
      { ...merged, brought: { last: from.last, waiting: from.waiting, mergedFrom } },
      { type: 'shared', teammate: ana, because: 'merged' },
    ]);
  });

  it('takes along what had been merged before: it reads on from here', () => {
    const first = { conversation: newId('conversation'), holder: null, reads: [{ conversation: from.id, version: 5 }] };
    const [said] = ask(into, { type: 'absorb', by, from: { ...from, mergedFrom: [first] } }) as never as [
      { brought: Pick<Conversation, 'mergedFrom'> },
    ];
    expect(said.brought.mergedFrom).toMatchObject([
      { ...first, reads: [...first.reads, { conversation: into.id, version: 5 }] },
      { conversation: from.id },
    ]);
  });

  it('shares with nobody twice', () => {
    const both = { ...into, sharedWith: [...into.sharedWith, ...from.sharedWith] };
    expect(ask(both, { type: 'absorb', by, from })).toHaveLength(1);
  });

  it.each<[string, Partial<Conversation>, object]>([
    ['itself', { id: from.id }, { code: 'merge-into-itself', path: 'into' }],
    ["another contact's", { contact: newId('contact') }, { code: 'different-contact', path: 'into' }],
    ['what is merged', { mergedInto: from.id }, { code: 'conversation-merged', into: from.id }],
  ])('into %s is refused', (_, overrides, refusal) => {
    expect(ask(from, { type: 'merge', by, into: { ...into, ...overrides } })).toEqual(refusal);
  });
});

it('a contact who thinks the same of it says nothing new', () => {
  const closed = buildConversation({ state: { status: 'closed', closedAt: toInstant(0) }, rating: 4 });
  expect(ask(closed, { type: 'rate', by, score: 4 })).toEqual([]);
  expect(ask(closed, { type: 'rate', by, score: 5 })).toEqual([{ type: 'conversation-rated', score: 5 }]);
});
