import { describe, expect, it } from 'vitest';
import type { ActorRef } from '../people/actor.ts';
import { newId } from '../shared/id.ts';
import { type Instant, toInstant } from '../shared/instant.ts';
import { buildConversation } from '../testing/builders.ts';
import type { ConversationCommand } from './command.ts';
import { decide } from './decide.ts';
import type { ConversationEvent, ConversationFact } from './event.ts';
import { plainFacts } from './facts.ts';
import { matters } from './matters.ts';

const me: ActorRef = { kind: 'teammate', id: newId('teammate') };
const colleague: ActorRef = { kind: 'teammate', id: newId('teammate') };
const message = newId('message');
const teammate = newId('teammate');
const nobody = { teammate: null, team: null };
const at = '2026-01-31T09:00:00.000Z' as Instant;

const commands: readonly ConversationCommand[] = [
  { type: 'reply', by: me, message },
  { type: 'note', by: me, message },
  { type: 'assign', by: me, teammate },
  { type: 'claim', by: me, teammate },
  { type: 'close', by: me },
  { type: 'open', by: me },
  { type: 'snooze', by: me, until: 'next-reply' },
  { type: 'unsnooze', by: me },
  { type: 'share', by: me, teammate },
  { type: 'unshare', by: me, teammate },
  { type: 'mark-spam', by: me, because: 'teammate' },
  { type: 'unmark-spam', by: me },
];

/** Which commands an event stops when somebody else did it. */
const table: readonly (readonly [ConversationFact, readonly ConversationCommand['type'][]])[] = [
  [{ type: 'message-added', message, kind: 'inbound', automatic: false }, ['reply', 'close', 'snooze']],
  [{ type: 'message-added', message, kind: 'inbound', automatic: true }, []],
  [{ type: 'message-added', message, kind: 'reply', automatic: false }, ['reply']],
  [{ type: 'message-added', message, kind: 'note', automatic: false }, []],
  [
    { type: 'assignee-changed', from: nobody, to: { teammate, team: null }, because: 'assigned' },
    ['reply', 'assign', 'claim'],
  ],
  [
    { type: 'assignee-changed', from: nobody, to: { teammate, team: null }, because: 'claimed' },
    ['reply', 'assign', 'claim'],
  ],
  [{ type: 'conversation-closed' }, ['reply']],
  [{ type: 'conversation-opened', because: 'teammate-opened' }, []],
  [{ type: 'conversation-snoozed', until: 'next-reply' }, []],
  [{ type: 'mentioned', message, teammate }, []],
  [{ type: 'shared', teammate, because: 'by-hand' }, []],
  [{ type: 'unshared', teammate }, []],
  [{ type: 'spam-changed', spam: true, because: 'teammate' }, []],
  [{ type: 'delivery-changed', message, state: 'sent', reason: null }, []],
];

const cases = table.flatMap(([fact, stops]) =>
  commands.map((command) => ({ fact, command, type: command.type, stopped: stops.includes(command.type) })),
);

function eventOf(fact: ConversationFact, actor: ActorRef): ConversationEvent {
  return { ...fact, seq: 3, v: 1, conversation: newId('conversation'), version: 3, actor, at };
}

describe('matters', () => {
  it.each(cases)('$type after $fact by somebody else: $stopped', ({ fact, command, stopped }) => {
    expect(matters(command, eventOf(fact, colleague))).toBe(stopped);
  });

  it.each(cases)('$type is never stopped by what one did oneself: $fact', ({ fact, command }) => {
    expect(matters(command, eventOf(fact, me))).toBe(false);
  });

  it('takes two outsiders for the same, and a teammate and an integrator for two', () => {
    const closed = (actor: ActorRef) => eventOf({ type: 'conversation-closed' }, actor);
    const reply = (by: ActorRef): ConversationCommand => ({ type: 'reply', by, message });
    expect(matters(reply(me), closed({ kind: 'integrator', id: newId('api-key') }))).toBe(true);
    expect(matters(reply({ kind: 'system' }), closed({ kind: 'system' }))).toBe(false);
  });
});

describe('decide with events that the caller has not seen', () => {
  it.each(cases)('$type after $fact: refused is $stopped, with what happened', ({ fact, command, stopped }) => {
    const note = eventOf({ type: 'message-added', message, kind: 'note', automatic: false }, colleague);
    const event = eventOf(fact, colleague);
    const conversation = buildConversation({ state: { status: 'snoozed', until: toInstant(Date.parse(at) + 1) } });
    const decision = decide(conversation, command, { ...plainFacts, unseen: [note, event] }, at);
    const refused = { ok: false, refusal: { code: 'conversation-changed', happened: [event] } };
    if (stopped) expect(decision).toEqual(refused);
    else expect(decision).not.toMatchObject({ refusal: { code: 'conversation-changed' } });
  });
});
