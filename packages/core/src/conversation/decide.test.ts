import { describe, expect, it } from 'vitest';
import type { ActorRef } from '../people/actor.ts';
import { newId } from '../shared/id.ts';
import { type Instant, plus } from '../shared/instant.ts';
import { buildConversation } from '../testing/builders.ts';
import type { ConversationCommand, ConversationCommandType, ThenAfterReply } from './command.ts';
import type { Conversation, ConversationState } from './conversation.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { type Facts, plainFacts } from './facts.ts';

const at = '2026-01-31T09:00:00.000Z' as Instant;
const hour = 3_600_000;
const later = plus(at, hour);
const message = newId('message');
const [ana, ben] = [newId('teammate'), newId('teammate')];
const team = newId('team');
const by: ActorRef = { kind: 'teammate', id: ana };
const contact: ActorRef = { kind: 'contact', id: newId('contact') };

const states = {
  open: { status: 'open' },
  'snoozed to a time': { status: 'snoozed', until: later },
  'snoozed to the next reply': { status: 'snoozed', until: 'next-reply' },
  closed: { status: 'closed', closedAt: plus(at, -hour) },
} as const satisfies Record<string, ConversationState>;

type StateName = keyof typeof states;
/** What happens in the four states, in their order: the facts in short, or the refusal. */
type InEach = readonly [string, string, string, string];

interface Line {
  readonly command: ConversationCommand;
  readonly facts?: Partial<Facts>;
  readonly at?: Instant;
  readonly inEach: InEach;
}

const opened = (because: string) => `conversation-opened ${because}`;
const inbound = 'message-added inbound';
const reply = 'message-added reply';
const reopened = `${reply}, ${opened('teammate-replied')}`;
const all = (one: string): InEach => [one, one, one, one];
const unlessClosed = (one: string): InEach => [one, one, one, 'refused conversation-closed'];
const notSnoozed = 'refused conversation-not-snoozed';
const woken = `${inbound}, ${opened('contact-replied')}`;
const snoozed = `conversation-snoozed ${later}`;
const receive = { type: 'receive', by: contact, message, automatic: false } as const;
const away = { assignee: 'away-reassigning' } as const;
const system: ActorRef = { kind: 'system' };
const tag = newId('tag');
const plainMessage = { author: by, isGone: false, canUndo: true, restores: {}, mentioned: [] } as const;
const aNote: Partial<Facts> = { message: { ...plainMessage, kind: 'note', delivery: null } };
const aReply = (delivery: 'queued' | 'failed'): Partial<Facts> => ({
  message: { ...plainMessage, kind: 'reply', delivery },
});
const unknownTeammate = { target: { teammate: 'unknown', team: 'known' } } as const;
const goneTeammate = { target: { teammate: 'deactivated', team: 'known' } } as const;
const unknownTeam = { target: { teammate: 'active', team: 'unknown' } } as const;

/** The table of the conversation's rules, line by line. */
const table = {
  close: [
    {
      command: { type: 'close', by },
      inEach: ['conversation-closed', 'conversation-closed', 'conversation-closed', 'nothing'],
    },
  ],
  open: [
    {
      command: { type: 'open', by },
      inEach: ['nothing', 'refused conversation-snoozed', 'refused conversation-snoozed', opened('teammate-opened')],
    },
  ],
  snooze: [
    { command: { type: 'snooze', by, until: later }, inEach: unlessClosed(snoozed) },
    { command: { type: 'snooze', by, until: 'next-reply' }, inEach: unlessClosed('conversation-snoozed next-reply') },
    { command: { type: 'snooze', by, until: at }, inEach: unlessClosed('refused snooze-in-past') },
    { command: { type: 'snooze', by, until: plus(at, -1) }, inEach: unlessClosed('refused snooze-in-past') },
    {
      command: { type: 'snooze', by, until: '2028-02-10T09:00:00.000Z' as Instant },
      inEach: unlessClosed('refused snooze-too-far'),
    },
    {
      command: { type: 'snooze', by, until: '2028-01-31T09:00:00.000Z' as Instant },
      inEach: unlessClosed('conversation-snoozed 2028-01-31T09:00:00.000Z'),
    },
  ],
  unsnooze: [
    {
      command: { type: 'unsnooze', by },
      inEach: [notSnoozed, opened('unsnoozed'), opened('unsnoozed'), notSnoozed],
    },
  ],
  receive: [
    { command: receive, inEach: [inbound, woken, woken, woken] },
    { command: { ...receive, by: { kind: 'outsider' } }, inEach: [inbound, woken, woken, woken] },
    { command: receive, facts: { keepTimedSnoozes: true }, inEach: [inbound, inbound, woken, woken] },
    { command: { ...receive, automatic: true }, facts: away, inEach: all(inbound) },
    // Nobody has it, so nobody can be gone.
    { command: receive, facts: away, inEach: [inbound, woken, woken, woken] },
  ],
  wake: [
    { command: { type: 'wake', by: system }, inEach: all('nothing') },
    {
      command: { type: 'wake', by: system },
      at: later,
      inEach: ['nothing', opened('snooze-ended'), 'nothing', 'nothing'],
    },
    {
      command: { type: 'wake', by: system },
      at: plus(later, 30 * 24 * hour),
      inEach: ['nothing', opened('snooze-ended'), 'nothing', 'nothing'],
    },
  ],
  reply: [
    { command: { type: 'reply', by, message }, inEach: [reply, reply, reply, reopened] },
    {
      command: replyThen('open'),
      inEach: [reply, `${reply}, ${opened('unsnoozed')}`, `${reply}, ${opened('unsnoozed')}`, reopened],
    },
    {
      command: replyThen('close'),
      inEach: [
        `${reply}, conversation-closed`,
        `${reply}, conversation-closed`,
        `${reply}, conversation-closed`,
        `${reopened}, conversation-closed`,
      ],
    },
    {
      command: replyThen({ snooze: later }),
      inEach: [`${reply}, ${snoozed}`, `${reply}, ${snoozed}`, `${reply}, ${snoozed}`, `${reopened}, ${snoozed}`],
    },
    { command: replyThen({ snooze: at }), inEach: all('refused snooze-in-past') },
    {
      command: replyThen({ snooze: '2029-01-01T00:00:00.000Z' as Instant }),
      inEach: all('refused snooze-too-far'),
    },
  ],
  note: [{ command: { type: 'note', by, message }, inEach: all('message-added note') }],
  assign: [
    { command: { type: 'assign', by, teammate: ben }, inEach: all('assignee-changed assigned') },
    { command: { type: 'assign', by, team }, inEach: all('assignee-changed assigned') },
    { command: { type: 'assign', by, teammate: null, team: null }, inEach: all('nothing') },
    { command: { type: 'assign', by }, inEach: all('nothing') },
    { command: { type: 'assign', by, teammate: ben }, facts: unknownTeammate, inEach: all('refused teammate-unknown') },
    {
      command: { type: 'assign', by, teammate: ben },
      facts: goneTeammate,
      inEach: all('refused teammate-deactivated'),
    },
    { command: { type: 'assign', by, team }, facts: unknownTeam, inEach: all('refused team-unknown') },
  ],
  claim: [
    { command: { type: 'claim', by, teammate: ana }, inEach: all('assignee-changed claimed') },
    { command: { type: 'claim', by, teammate: ana }, facts: goneTeammate, inEach: all('refused teammate-deactivated') },
    { command: { type: 'claim', by, teammate: ana }, facts: unknownTeammate, inEach: all('refused teammate-unknown') },
  ],
  share: [
    { command: { type: 'share', by, teammate: ben }, inEach: all('shared by-hand') },
    { command: { type: 'share', by, teammate: ben }, facts: unknownTeammate, inEach: all('refused teammate-unknown') },
    { command: { type: 'share', by, teammate: ben }, facts: goneTeammate, inEach: all('refused teammate-deactivated') },
  ],
  unshare: [{ command: { type: 'unshare', by, teammate: ben }, inEach: all('nothing') }],
  'mark-spam': [{ command: { type: 'mark-spam', by, because: 'flood' }, inEach: all('spam-changed flood') }],
  'unmark-spam': [{ command: { type: 'unmark-spam', by }, inEach: all('nothing') }],
  reassign: [
    {
      command: { type: 'reassign', by: system, teammate: ben, because: 'policy' },
      inEach: all('assignee-changed policy'),
    },
    { command: { type: 'reassign', by: system, team: null, because: 'team-deleted' }, inEach: all('nothing') },
  ],
  'edit-note': [{ command: { type: 'edit-note', by, message }, facts: aNote, inEach: all('message-edited') }],
  'delete-note': [{ command: { type: 'delete-note', by, message }, facts: aNote, inEach: all('message-deleted') }],
  retract: [{ command: { type: 'retract', by, message }, facts: aReply('queued'), inEach: all('reply-retracted') }],
  retry: [{ command: { type: 'retry', by, message }, facts: aReply('failed'), inEach: all('delivery-changed') }],
  rate: [
    {
      command: { type: 'rate', by: contact, score: 4 },
      inEach: ['refused not-closed', 'refused not-closed', 'refused not-closed', 'conversation-rated'],
    },
  ],
  'change-details': [
    { command: { type: 'change-details', by, priority: 'urgent', tags: [tag] }, inEach: all('details-changed') },
    { command: { type: 'change-details', by, priority: 'normal', tags: [] }, inEach: all('nothing') },
  ],
  'mark-contact-read': [
    { command: { type: 'mark-contact-read', by: contact, message }, inEach: all('contact-read') },
    {
      command: { type: 'mark-contact-read', by: contact, message },
      facts: { hasContactRead: true },
      inEach: all('nothing'),
    },
  ],
  'change-delivery': [
    {
      command: { type: 'change-delivery', by: { kind: 'system' }, message, state: 'sent', reason: null },
      inEach: all('delivery-changed'),
    },
  ],
} as const satisfies { readonly [Type in Exclude<ConversationCommandType, 'merge' | 'absorb'>]: readonly Line[] };

const stateNames = Object.keys(states) as StateName[];
const lines = Object.values(table).flat() as readonly Line[];
const cases = lines.flatMap((line) =>
  stateNames.map((name, index) => {
    const { by: _by, message: _message, ...asked } = line.command as ConversationCommand & { message?: string };
    const given = `${JSON.stringify(asked)} ${JSON.stringify(line.facts ?? {})} ${line.at ?? ''}`;
    return { ...line, name, given, expected: line.inEach[index] ?? '' };
  }),
);

describe('a command in each state', () => {
  it.each(cases)('$name: $given gives $expected', ({ command, facts, at, name, expected }) => {
    expect(inShort(ask(conversationIn(name), command, facts, at))).toBe(expected);
  });

  it.each(cases)('$name and spam: $given', ({ command, facts, at, name, expected }) => {
    const spam = { ...conversationIn(name), spam: true };
    const asSpam: Record<string, string> = { 'mark-spam': 'nothing', 'unmark-spam': 'spam-changed teammate' };
    const told = command.type === 'receive' ? inbound : (asSpam[command.type] ?? expected);
    expect(inShort(ask(spam, command, facts, at))).toBe(told);
  });

  it.each(cases)('$name and merged: $given', ({ command, facts, at, name }) => {
    const merged = { ...conversationIn(name), mergedInto: newId('conversation') };
    const decision = ask(merged, command, facts, at);
    if (command.type === 'wake') expect(inShort(decision)).toBe('nothing');
    else if (command.type === 'receive' || command.type === 'change-delivery') expect(decision.ok).toBe(true);
    else expect(decision).toEqual({ ok: false, refusal: { code: 'conversation-merged', into: merged.mergedInto } });
  });
});

describe('what a command leads to', () => {
  it.each<[StateName, ConversationCommand, ConversationState]>([
    ['snoozed to a time', { type: 'close', by }, { status: 'closed', closedAt: at }],
    ['closed', { type: 'open', by }, { status: 'open' }],
    ['snoozed to a time', { type: 'snooze', by, until: 'next-reply' }, { status: 'snoozed', until: 'next-reply' }],
    ['closed', { type: 'reply', by, message }, { status: 'open' }],
    ['closed', replyThen('close'), { status: 'closed', closedAt: at }],
    ['closed', replyThen({ snooze: later }), { status: 'snoozed', until: later }],
    ['snoozed to a time', replyThen('open'), { status: 'open' }],
    ['snoozed to a time', { type: 'reply', by, message }, states['snoozed to a time']],
    ['snoozed to the next reply', receive, { status: 'open' }],
    ['closed', { ...receive, automatic: true }, states.closed],
  ])('%s, %j', (name, command, state) => {
    const before = conversationIn(name);
    const decision = ask(before, command);
    const facts = decision.ok ? decision.value : [];
    const after = facts.reduce(
      (row, fact, index) =>
        evolve(row, {
          ...fact,
          seq: 10 + index,
          v: 1,
          conversation: row.id,
          version: row.version + 1,
          actor: command.by,
          at,
        }),
      before,
    );
    expect(after.state).toEqual(state);
    expect(after.version).toBe(before.version + facts.length);
  });
});

function replyThen(after: ThenAfterReply): ConversationCommand & { readonly type: 'reply' } {
  // biome-ignore lint/suspicious/noThenProperty: the command's word; a command is never awaited
  return { type: 'reply', by, message, then: after };
}

function conversationIn(name: StateName): Conversation {
  return buildConversation({ state: states[name] });
}

function ask(conversation: Conversation, command: ConversationCommand, facts: Partial<Facts> = {}, when = at) {
  return decide(conversation, command, { ...plainFacts, ...facts }, when);
}

function inShort(decision: ReturnType<typeof ask>): string {
  if (!decision.ok) return `refused ${decision.refusal.code}`;
  const told = decision.value.map((fact) => {
    const detail = 'because' in fact ? fact.because : 'until' in fact ? fact.until : 'kind' in fact ? fact.kind : '';
    return `${fact.type} ${detail}`.trim();
  });
  return told.join(', ') || 'nothing';
}
