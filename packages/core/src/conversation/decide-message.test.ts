import { describe, expect, it } from 'vitest';
import type { ActorRef } from '../people/actor.ts';
import { newId } from '../shared/id.ts';
import { toInstant } from '../shared/instant.ts';
import { buildConversation } from '../testing/builders.ts';
import { decide } from './decide.ts';
import { type Mentioned, type MessageFacts, plainFacts } from './facts.ts';

const [ana, ben, cem] = [newId('teammate'), newId('teammate'), newId('teammate')];
const billing = newId('team');
const message = newId('message');
const by: ActorRef = { kind: 'teammate', id: ana };
const restores = { state: { status: 'closed', closedAt: toInstant(0) } } as const;

type Command = 'edit-note' | 'delete-note' | 'retract' | 'retry';

const note: MessageFacts = {
  author: by,
  kind: 'note',
  isGone: false,
  delivery: null,
  canUndo: false,
  restores: {},
  mentioned: [],
};
const reply: MessageFacts = { ...note, kind: 'reply', delivery: 'queued', canUndo: true, restores };
const inbound: MessageFacts = { ...note, kind: 'inbound', author: { kind: 'contact', id: newId('contact') } };
const others: ActorRef[] = [
  { kind: 'teammate', id: ben },
  { kind: 'integrator', id: newId('api-key') },
  { kind: 'system' },
];

function ask(type: Command, facts: MessageFacts | null, mentioned: readonly Mentioned[] = [], overrides = {}) {
  const given = { ...plainFacts, message: facts, mentioned };
  const decision = decide(buildConversation(overrides), { type, by, message }, given, toInstant(0));
  return decision.ok ? decision.value : decision.refusal.code;
}

const edited = { type: 'message-edited', message };
const taken = { type: 'reply-retracted', message, restores };
const queued = { type: 'delivery-changed', message, state: 'queued', reason: null };

describe('what is done to a message', () => {
  it.each<[string, MessageFacts | null, Record<Command, unknown>]>([
    ['none', null, refusedAll('message-unknown')],
    ["a contact's message", inbound, refusedAll('message-unknown')],
    [
      'a note',
      note,
      {
        ...refusedAll('message-unknown'),
        'edit-note': [edited],
        'delete-note': [{ type: 'message-deleted', message }],
      },
    ],
    ['a deleted note', { ...note, isGone: true }, refusedAll('message-unknown')],
    ['a reply that waits', reply, { ...refusedAll('message-unknown'), retract: [taken], retry: 'not-failed' }],
    ['a retracted reply', { ...reply, isGone: true }, refusedAll('message-unknown')],
    ['a reply that cannot be taken back', { ...reply, canUndo: false }, replyRefused('already-sent', 'not-failed')],
    ['a reply in a chat', { ...reply, delivery: null, canUndo: false }, replyRefused('already-sent', 'not-failed')],
    ...(['sending', 'sent', 'delivered', 'delayed'] as const).map((delivery): [string, MessageFacts, never] => [
      `a reply that is ${delivery}`,
      { ...reply, delivery },
      replyRefused('already-sent', 'not-failed') as never,
    ]),
    ['a reply that failed', { ...reply, delivery: 'failed' }, { ...replyRefused('already-sent', ''), retry: [queued] }],
  ])('%s', (_, facts, expected) => {
    for (const type of Object.keys(expected) as Command[])
      expect([type, ask(type, facts)]).toEqual([type, expected[type]]);
  });

  it('is its author’s alone, but for sending it again', () => {
    for (const author of others) {
      expect(ask('edit-note', { ...note, author })).toBe('not-author');
      expect(ask('delete-note', { ...note, author })).toBe('not-author');
      expect(ask('retract', { ...reply, author })).toBe('not-author');
      expect(ask('retry', { ...reply, author, delivery: 'failed' })).toEqual([queued]);
    }
  });
});

describe('an edited note that mentions', () => {
  const mentioned = (who: object) => ({ type: 'mentioned', message, ...who });
  const shared = (teammate: typeof ana) => ({ type: 'shared', teammate, because: 'mentioned' });
  const team: Mentioned = { team: billing, members: [ben, cem] };

  it.each<[string, readonly Mentioned[], MessageFacts['mentioned'], readonly object[]]>([
    ['somebody new tells and shares', [{ teammate: ben }], [], [mentioned({ teammate: ben }), shared(ben)]],
    ['who was mentioned before tells nobody', [{ teammate: ben }], [ben], []],
    [
      'one of each tells one',
      [{ teammate: ben }, { teammate: cem }],
      [ben],
      [mentioned({ teammate: cem }), shared(cem)],
    ],
    ['a team tells it', [team], [ben], [mentioned({ team: billing }), shared(ben), shared(cem)]],
    ['a team again tells nobody', [team], [billing], []],
    ['its author tells nobody', [{ teammate: ana }], [], []],
    ['nobody any more takes nothing back', [], [ben], []],
  ])('%s', (_, now, before, told) => {
    expect(ask('edit-note', { ...note, mentioned: before }, now)).toEqual([edited, ...told]);
  });

  it('who has the conversation already shares nothing', () => {
    const sharedWith = [{ teammate: ben, since: 1 }];
    expect(ask('edit-note', note, [{ teammate: ben }], { sharedWith })).toEqual([edited, mentioned({ teammate: ben })]);
  });
});

function refusedAll(code: string): Record<Command, string> {
  return { 'edit-note': code, 'delete-note': code, retract: code, retry: code };
}

function replyRefused(retract: string, retry: string): Record<Command, string> {
  return { ...refusedAll('message-unknown'), retract, retry };
}
