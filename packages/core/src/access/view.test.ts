import { describe, expect, it } from 'vitest';
import type { Conversation, Share } from '../conversation/conversation.ts';
import type { ConversationFact } from '../conversation/event.ts';
import type { AudienceSide, LogEvent } from '../log/log-event.ts';
import type { Actor } from '../people/actor.ts';
import { newId } from '../shared/id.ts';
import { buildConversation, buildEvent, buildWorkspaceEvent } from '../testing/builders.ts';
import { type View, view } from './view.ts';

const workspace = newId('workspace');
const [billing, sales] = [newId('team'), newId('team')];
const [ana, ben] = [newId('teammate'), newId('teammate')];
const session = newId('session');
const message = newId('message');

const memberOfBilling: Actor = {
  kind: 'teammate',
  workspace,
  id: ana,
  role: 'member',
  teams: [billing],
  isolation: 'on',
};
const admin: Actor = { ...memberOfBilling, role: 'admin' };
const integrator: Actor = { kind: 'integrator', workspace, id: newId('api-key'), scopes: ['conversations:read'] };
const blind: Actor = { ...integrator, scopes: ['conversations:write'] };
const visitor: Actor = { kind: 'visitor', workspace, session, contact: newId('contact'), identity: null };

type Side = Omit<AudienceSide, 'shares'> & { readonly shares?: readonly (typeof ana)[] };
const nobody: Side = { team: null, teammate: null };
const ofBilling: Side = { team: billing, teammate: null };
const ofSales: Side = { team: sales, teammate: null };
const anaInSales: Side = { team: sales, teammate: ana };
const share = (since: number, teammate = ana): readonly Share[] => [{ teammate, since }];

interface Case {
  readonly title: string;
  readonly before: Side | null;
  readonly after: Side;
  readonly now?: Side;
  readonly shares?: readonly Share[];
  readonly member: View;
}

/** What a member of billing gets of event 5, by where the conversation stood before and after it, and stands now. */
const cases: readonly Case[] = [
  { title: 'begins with nobody', before: null, after: nobody, member: 'full' },
  { title: 'begins, and has gone to sales since', before: null, after: nobody, now: ofSales, member: 'nothing' },
  { title: 'stays in billing', before: ofBilling, after: ofBilling, member: 'full' },
  { title: 'stays in sales', before: ofSales, after: ofSales, member: 'nothing' },
  {
    title: 'stays in sales, and is in billing now',
    before: ofSales,
    after: ofSales,
    now: ofBilling,
    member: 'nothing',
  },
  {
    title: 'stays in billing, and is in sales now',
    before: ofBilling,
    after: ofBilling,
    now: ofSales,
    member: 'nothing',
  },
  { title: 'leaves for sales', before: ofBilling, after: ofSales, member: 'forget' },
  { title: 'leaves for sales, and has come back', before: ofBilling, after: ofSales, now: ofBilling, member: 'forget' },
  { title: 'comes from sales', before: ofSales, after: ofBilling, member: 'appear' },
  { title: 'comes from sales, and has left again', before: ofSales, after: ofBilling, now: ofSales, member: 'nothing' },
  { title: 'is given to Ana in sales', before: ofSales, after: anaInSales, member: 'appear' },
  { title: 'is taken from Ana in sales', before: anaInSales, after: ofSales, member: 'forget' },
  { title: 'goes from Ana to billing', before: anaInSales, after: ofBilling, member: 'full' },
  {
    title: 'is shared with Ana',
    before: ofSales,
    after: { ...ofSales, shares: [ana] },
    shares: share(5),
    member: 'appear',
  },
  {
    title: 'is shared with Ana, who sees it',
    before: ofBilling,
    after: { ...ofBilling, shares: [ana] },
    shares: share(5),
    member: 'full',
  },
  {
    title: 'is shared with Ana, and not any more',
    before: ofSales,
    after: { ...ofSales, shares: [ana] },
    member: 'nothing',
  },
  {
    title: 'is shared with Ben',
    before: ofSales,
    after: { ...ofSales, shares: [ben] },
    shares: share(5, ben),
    member: 'nothing',
  },
  { title: 'is no longer shared with Ana', before: { ...ofSales, shares: [ana] }, after: ofSales, member: 'forget' },
  {
    title: 'is no longer shared with Ana, who sees it',
    before: { ...ofBilling, shares: [ana] },
    after: ofBilling,
    member: 'full',
  },
  {
    title: 'leaves billing, shared with Ana before',
    before: ofBilling,
    after: ofSales,
    shares: share(3),
    member: 'full',
  },
  {
    title: 'leaves billing, shared with Ana later',
    before: ofBilling,
    after: ofSales,
    shares: share(6),
    member: 'forget',
  },
  {
    title: 'stays in sales, shared with Ana before',
    before: ofSales,
    after: ofSales,
    shares: share(4),
    member: 'full',
  },
  {
    title: 'stays in sales, shared with Ana later',
    before: ofSales,
    after: ofSales,
    shares: share(6),
    member: 'nothing',
  },
];

describe('view of a conversation that', () => {
  it.each(cases)('$title: $member', ({ before, after, now = after, shares = [], member }) => {
    const event = buildEvent({
      version: 5,
      audience: { before: before && { shares: [], ...before }, after: { shares: [], ...after } },
      fact: { type: 'conversation-closed' },
    });
    const row = rowOf({ assignee: { team: now.team, teammate: now.teammate }, sharedWith: shares });
    expect(view(event, memberOfBilling, row)).toBe(member);
    for (const reader of [admin, integrator, { ...memberOfBilling, isolation: 'off' } as Actor]) {
      expect(view(event, reader, row)).toBe('full');
    }
    expect(view(event, blind, row)).toBe('nothing');
    expect(view(event, visitor, row)).toBe('nothing');
    for (const reader of [memberOfBilling, admin]) expect(view(event, reader, undefined)).toBe('nothing');
  });
});

const facts: readonly (readonly [ConversationFact, View])[] = [
  [
    { type: 'conversation-started', contact: visitor.contact, channel: 'chat', holder: null, continues: null },
    'visitor',
  ],
  [{ type: 'message-added', message, kind: 'inbound', automatic: false }, 'visitor'],
  [{ type: 'message-added', message, kind: 'reply', automatic: false }, 'visitor'],
  [{ type: 'message-added', message, kind: 'note', automatic: false }, 'nothing'],
  [{ type: 'mentioned', message, teammate: ana }, 'nothing'],
  [{ type: 'mentioned', message, team: billing }, 'nothing'],
  [{ type: 'shared', teammate: ana, because: 'mentioned' }, 'nothing'],
  [{ type: 'unshared', teammate: ana }, 'nothing'],
  [{ type: 'assignee-changed', from: { team: null, teammate: null }, to: ofBilling, because: 'assigned' }, 'nothing'],
  [{ type: 'conversation-closed' }, 'nothing'],
  [{ type: 'conversation-snoozed', until: 'next-reply' }, 'nothing'],
  [{ type: 'spam-changed', spam: true, because: 'teammate' }, 'nothing'],
  [{ type: 'delivery-changed', message, state: 'failed', reason: 'x' }, 'nothing'],
];

describe('view of a visitor', () => {
  it.each(facts)('of %j in its own conversation: %s', (fact, expected) => {
    const held = rowOf({ holder: { session, identity: null } });
    expect(view(buildEvent({ fact, conversation: held.id }), visitor, held)).toBe(expected);
  });

  it.each(facts)("of %j in somebody else's: nothing", (fact) => {
    const foreign = rowOf({ holder: { session: newId('session'), identity: 'user-1' } });
    for (const row of [foreign, rowOf({})]) {
      expect(view(buildEvent({ fact, conversation: row.id }), visitor, row)).toBe('nothing');
    }
  });
});

describe('view of people and settings', () => {
  const settings = buildWorkspaceEvent();
  const access = (teammate: typeof ana): LogEvent =>
    ({ ...buildWorkspaceEvent({ type: 'access-changed', teammate }), audience: { teammate } }) as LogEvent;

  it('is for everybody but visitors', () => {
    for (const reader of [memberOfBilling, admin, integrator]) expect(view(settings, reader, undefined)).toBe('full');
    expect(view(settings, visitor, undefined)).toBe('nothing');
  });

  it('of one teammate is for this one alone', () => {
    expect(view(access(ana), memberOfBilling, undefined)).toBe('full');
    expect(view(access(ben), memberOfBilling, undefined)).toBe('nothing');
    for (const reader of [integrator, visitor]) expect(view(access(ana), reader, undefined)).toBe('nothing');
  });
});

function rowOf(overrides: Partial<Conversation>): Conversation {
  return buildConversation({ version: 9, ...overrides });
}
