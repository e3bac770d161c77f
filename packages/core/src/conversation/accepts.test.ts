import { describe, expect, it } from 'vitest';
import type { ActorRef } from '../people/actor.ts';
import { newId } from '../shared/id.ts';
import { type Instant, plus } from '../shared/instant.ts';
import { buildConversation } from '../testing/builders.ts';
import { accepts } from './accepts.ts';
import type { ConversationCommand } from './command.ts';
import type { ConversationState } from './conversation.ts';
import { decide } from './decide.ts';
import { plainFacts } from './facts.ts';

const at = '2026-01-31T09:00:00.000Z' as Instant;
const [me, other] = [newId('teammate'), newId('teammate')];
const message = newId('message');
const by: ActorRef = { kind: 'teammate', id: me };

const commands = {
  reply: { type: 'reply', by, message },
  note: { type: 'note', by, message },
  assign: { type: 'assign', by, teammate: newId('teammate') },
  claim: { type: 'claim', by, teammate: me },
  close: { type: 'close', by },
  open: { type: 'open', by },
  snooze: { type: 'snooze', by, until: 'next-reply' },
  unsnooze: { type: 'unsnooze', by },
} as const satisfies Record<Parameters<typeof accepts>[1], ConversationCommand>;

const states: readonly ConversationState[] = [
  { status: 'open' },
  { status: 'snoozed', until: plus(at, 1) },
  { status: 'snoozed', until: 'next-reply' },
  { status: 'closed', closedAt: at },
];

const cases = states.flatMap((state) =>
  [null, me, other].flatMap((teammate) =>
    [true, false].flatMap((spam) =>
      [null, newId('conversation')].map((mergedInto) =>
        buildConversation({ state, spam, mergedInto, assignee: { teammate, team: null } }),
      ),
    ),
  ),
);

describe('accepts', () => {
  it.each(Object.values(commands))('offers $type exactly where it would do something', (command) => {
    for (const conversation of cases) {
      const decision = decide(conversation, command, plainFacts, at);
      const doesSomething = decision.ok && decision.value.length > 0;
      expect(accepts(conversation, command.type), JSON.stringify(conversation)).toBe(doesSomething);
    }
  });
});
