import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorRef } from '../people/actor.ts';
import { newId } from '../shared/id.ts';
import { plus } from '../shared/instant.ts';
import {
  arbitraryActor,
  arbitraryCommand,
  arbitraryConversation,
  arbitraryFacts,
  now,
  pool,
  secret,
} from '../testing/arbitrary-conversation.ts';
import type { ConversationCommand, ConversationCommandType, ThenAfterReply } from './command.ts';
import type { Conversation } from './conversation.ts';
import { decide } from './decide.ts';
import type { ConversationEvent, ConversationFact } from './event.ts';
import { evolve } from './evolve.ts';
import { type Facts, plainFacts } from './facts.ts';
import { matters } from './matters.ts';
import type { ConversationRefusal } from './refusal.ts';
import { restoredBy } from './restore.ts';

const runs = { numRuns: 1_000 };
type Code = ConversationRefusal['code'];

const snoozing: readonly Code[] = ['conversation-closed', 'snooze-in-past', 'snooze-too-far'];
const target: readonly Code[] = ['teammate-unknown', 'teammate-deactivated'];

/** With what each command may be refused, besides `conversation-merged`, as VOCABULARY has it. */
const refusals: Readonly<Record<ConversationCommandType, readonly Code[]>> = {
  receive: [],
  reply: snoozing.slice(1),
  note: [],
  'edit-note': ['not-author', 'message-unknown'],
  'delete-note': ['not-author', 'message-unknown'],
  retract: ['already-sent', 'not-author', 'message-unknown'],
  retry: ['not-failed', 'message-unknown'],
  assign: [...target, 'team-unknown'],
  claim: [...target, 'already-assigned'],
  reassign: [],
  close: [],
  open: ['conversation-snoozed'],
  snooze: snoozing,
  unsnooze: ['conversation-not-snoozed'],
  wake: [],
  share: target,
  unshare: [],
  'mark-spam': [],
  'unmark-spam': [],
  rate: ['not-closed'],
  'change-details': [],
  merge: ['merge-into-itself', 'different-contact'],
  absorb: [],
  'mark-contact-read': [],
  'change-delivery': [],
};

/** What does nothing the second time, or says that it is done. */
const settled: readonly ConversationCommandType[] = [
  ...(['assign', 'reassign', 'claim', 'close', 'open', 'unsnooze', 'wake', 'share', 'unshare'] as const),
  ...(['mark-spam', 'unmark-spam', 'rate', 'change-details', 'merge'] as const),
];

describe('for any conversation, command and facts', () => {
  it('decide gives facts or a refusal of the command’s own, the same each time, and changes nothing given', () => {
    check((conversation, command, facts) => {
      const given = JSON.stringify([conversation, command, facts]);
      const decision = decide(conversation, command, facts, now);
      expect(decide(conversation, command, facts, now)).toEqual(decision);
      expect(JSON.stringify([conversation, command, facts])).toBe(given);
      if (!decision.ok) expect([...refusals[command.type], 'conversation-merged']).toContain(decision.refusal.code);
    });
  });

  it('a merged one hears its contact and its deliveries, and refuses all else with where it went', () => {
    check((row, command, facts) => {
      const merged = { ...row, mergedInto: newId('conversation') };
      const decision = decide(merged, command, facts, now);
      if (command.type === 'wake') expect(decision).toEqual({ ok: true, value: [] });
      else if (command.type === 'receive' || command.type === 'change-delivery') expect(decision.ok).toBe(true);
      else expect(decision).toEqual({ ok: false, refusal: { code: 'conversation-merged', into: merged.mergedInto } });
    });
  });

  it('each fact is one version, and shares and tags stand once each', () => {
    check((before, command, facts) => {
      const decision = decide(before, command, facts, now);
      const happened = decision.ok ? decision.value : [];
      const after = apply(before, happened, command.by);
      expect(after.version).toBe(before.version + happened.length);
      expect(new Set(after.sharedWith.map(({ teammate }) => teammate)).size).toBe(after.sharedWith.length);
      expect(new Set(after.tags).size).toBe(after.tags.length);
      if (happened.length === 0) expect(after).toEqual(before);
    });
  });

  it('no fact carries words', () => {
    check((before, command, facts) => {
      const decision = decide(before, command, facts, now);
      expect(JSON.stringify(decision.ok ? decision.value : [])).not.toContain(secret);
    });
  });

  it('what is done is not done again', () => {
    check((before, command, facts) => {
      if (!settled.includes(command.type)) return;
      const first = decide(before, command, facts, now);
      if (!first.ok) return;
      const after = { ...apply(before, first.value, command.by), ...wordsOf(command) };
      const second = decide(after, command, facts, now);
      expect(second.ok ? second.value : []).toEqual([]);
    });
  });

  it('what matters stops it with what happened, and nothing else changes the decision', () => {
    const events = fc.array(fc.tuple(arbitraryFact(), arbitraryActor), { maxLength: 4 });
    fc.assert(
      fc.property(arbitraryConversation, arbitraryCommand, arbitraryFacts, events, (row, command, facts, all) => {
        const conversation = { ...row, mergedInto: null };
        const unseen = all.map(([fact, actor]) => eventOf(conversation, fact, actor));
        const stopping = unseen.filter((event) => matters(command, event));
        const decision = decide(conversation, command, { ...facts, unseen }, now);
        const refused = { ok: false, refusal: { code: 'conversation-changed', happened: stopping } };
        expect(decision).toEqual(stopping.length > 0 ? refused : decide(conversation, command, facts, now));
      }),
      runs,
    );
  });
});

describe('a reply taken back', () => {
  const by: ActorRef = { kind: 'teammate', id: pool.teammates[0] };
  const id = newId('message');
  const afters = fc.constantFrom<(ThenAfterReply | undefined)[]>(undefined, 'open', 'close', {
    snooze: plus(now, 3_600_000),
  });
  /** What says nothing about the status, nor about who waits. */
  const quiet: readonly ConversationCommandType[] = [
    ...(['note', 'assign', 'reassign', 'share', 'unshare', 'mark-spam', 'unmark-spam'] as const),
    ...(['change-details', 'mark-contact-read', 'change-delivery'] as const),
  ];

  it('leaves the conversation as it would be without it, whatever was done meanwhile that concerns no status', () => {
    const commands = fc.array(
      arbitraryCommand.filter(({ type }) => quiet.includes(type)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(arbitraryConversation, afters, commands, arbitraryFacts, (row, andThen, all, facts) => {
        const before = { ...row, mergedInto: null };
        const { state, last, waiting } = before;
        // biome-ignore lint/suspicious/noThenProperty: the command's word; a command is never awaited
        const reply = { type: 'reply', by, message: id, ...(andThen ? { then: andThen } : {}) } as const;
        const replied = run(before, reply, plainFacts);
        const stoodBefore = { state, last, waiting, andThen: andThen ?? null, upTo: replied.after.version };
        const since: ConversationEvent[] = [];
        let current = replied.after;
        let without: Conversation = before;
        for (const command of all) {
          const step = run(current, command, facts);
          current = step.after;
          since.push(...step.events);
          without = run(without, command, facts).after;
        }
        const restores = restoredBy(current, { id, stoodBefore }, since);
        const message = { author: by, kind: 'reply', isGone: false, delivery: 'queued', canUndo: true } as const;
        const known = { ...plainFacts, message: { ...message, restores, mentioned: [] } };
        const taken = run(current, { type: 'retract', by, message: id }, known).after;
        expect([taken.state, taken.waiting]).toEqual([without.state, without.waiting]);
        expect(taken.last.id).toEqual(without.last.id);
      }),
      runs,
    );
  });

  it('leaves the status alone that somebody has changed since', () => {
    const loud = arbitraryCommand.filter(({ type }) =>
      ['close', 'open', 'snooze', 'unsnooze', 'receive'].includes(type),
    );
    fc.assert(
      fc.property(arbitraryConversation, afters, loud, (row, andThen, command) => {
        const before = { ...row, mergedInto: null, spam: false };
        const { state, last, waiting } = before;
        // biome-ignore lint/suspicious/noThenProperty: the command's word; a command is never awaited
        const reply = { type: 'reply', by, message: id, ...(andThen ? { then: andThen } : {}) } as const;
        const replied = run(before, reply, plainFacts).after;
        const stoodBefore = { state, last, waiting, andThen: andThen ?? null, upTo: replied.version };
        const since = run(replied, command, plainFacts);
        if (since.events.length === 0 || (command.type === 'receive' && command.automatic)) return;
        expect(restoredBy(since.after, { id, stoodBefore }, since.events)).not.toHaveProperty('state');
      }),
      runs,
    );
  });
});

function check(of: (row: Conversation, command: ConversationCommand, facts: Facts) => void): void {
  fc.assert(fc.property(arbitraryConversation, arbitraryCommand, arbitraryFacts, of), runs);
}

function arbitraryFact(): fc.Arbitrary<ConversationFact> {
  const decided = fc.tuple(arbitraryConversation, arbitraryCommand, arbitraryFacts).map(([row, command, facts]) => {
    const decision = decide({ ...row, mergedInto: null }, command, facts, now);
    return decision.ok ? decision.value[0] : undefined;
  });
  return decided.map((fact) => fact ?? { type: 'conversation-closed' });
}

function run(before: Conversation, command: ConversationCommand, facts: Facts) {
  const decision = decide(before, command, facts, now);
  const happened = decision.ok ? decision.value : [];
  const events = happened.map((fact, index) => eventOf(before, fact, command.by, index));
  return { after: apply(before, happened, command.by), events };
}

function apply(before: Conversation, facts: readonly ConversationFact[], by: ActorRef): Conversation {
  return facts.reduce((row, fact) => evolve(row, eventOf(row, fact, by)), before);
}

function eventOf(row: Conversation, fact: ConversationFact, actor: ActorRef, index = 0): ConversationEvent {
  const version = row.version + 1 + index;
  return { ...fact, seq: 100 + version, v: 1, conversation: row.id, version, actor, at: now };
}

/** What is written beside the events. */
function wordsOf(command: ConversationCommand): Partial<Conversation> {
  if (command.type !== 'change-details') return {};
  const { subject, attributes } = command;
  return { ...(subject === undefined ? {} : { subject }), ...(attributes === undefined ? {} : { attributes }) };
}
