import { describe, expect, it } from 'vitest';
import type { Conversation } from '../conversation/conversation.ts';
import { type Actor, type IntegratorScope, integratorScopes } from '../people/actor.ts';
import type { Role } from '../people/teammate.ts';
import { newId } from '../shared/id.ts';
import { buildConversation } from '../testing/builders.ts';
import { type Action, can } from './can.ts';

const workspace = newId('workspace');
const [mine, foreign] = [newId('team'), newId('team')];
const me = newId('teammate');
const session = newId('session');

const teammate = (role: Role): Actor => ({ kind: 'teammate', workspace, id: me, role, teams: [mine], isolation: 'on' });
const integrator = (...scopes: IntegratorScope[]): Actor => ({
  kind: 'integrator',
  workspace,
  id: newId('api-key'),
  scopes,
});
const visitor: Actor = { kind: 'visitor', workspace, session, contact: newId('contact'), identity: null };

/** Who may do it at all, as the page says it: owner, admin, member, the integrator's scope, visitor, host. */
const table = {
  read: [true, true, true, 'conversations:read', true, false],
  write: [true, true, true, 'conversations:write', false, false],
  start: [true, true, true, 'conversations:write', true, false],
  answer: [false, false, false, undefined, true, false],
  share: [true, true, true, 'conversations:write', false, false],
  'unshare-another': [true, true, false, undefined, false, false],
  'keep-personal-things': [true, true, true, undefined, false, false],
  'read-people': [true, true, true, 'people:read', false, true],
  'change-teammates': [true, true, false, undefined, false, true],
  'change-owners': [true, false, false, undefined, false, true],
  'change-teams': [true, true, false, 'people:write', false, true],
  'read-contact': [true, true, true, 'contacts:read', false, false],
  'change-contact': [true, true, true, 'contacts:write', false, false],
  'read-all-contacts': [true, true, false, 'contacts:read', false, false],
  'administer-contacts': [true, true, false, 'contacts:admin', false, true],
  'read-words': [true, true, true, 'conversations:read', false, false],
  'change-words': [true, true, false, 'settings:write', false, false],
  'read-settings': [true, true, false, 'settings:read', false, true],
  'change-settings': [true, true, false, 'settings:write', false, true],
  'change-keys': [true, true, false, undefined, false, true],
  'read-mail-log': [true, true, false, 'settings:read', false, false],
  'change-suppressions': [true, true, false, 'settings:write', false, false],
  'hand-in-mail': [false, false, false, 'mail:write', false, false],
  'remove-workspace': [true, false, false, undefined, false, true],
  'manage-workspaces': [false, false, false, undefined, false, true],
} as const satisfies Record<
  Action,
  readonly [boolean, boolean, boolean, IntegratorScope | undefined, boolean, boolean]
>;

const actions = Object.keys(table) as Action[];

/** What a member of `mine` sees, and what not. */
const conversations: readonly (readonly [string, Partial<Conversation>, boolean])[] = [
  ['nobody has', {}, true],
  ['its team has', { assignee: { team: mine, teammate: null } }, true],
  ['another team has', { assignee: { team: foreign, teammate: null } }, false],
  ['a colleague of no team has', { assignee: { team: null, teammate: newId('teammate') } }, true],
  ['it has itself in another team', { assignee: { team: foreign, teammate: me } }, true],
  [
    'another team has and shared with it',
    { assignee: { team: foreign, teammate: null }, sharedWith: [{ teammate: me, since: 1 }] },
    true,
  ],
  [
    'another team has and shared with a colleague',
    { assignee: { team: foreign, teammate: null }, sharedWith: [{ teammate: newId('teammate'), since: 1 }] },
    false,
  ],
];

describe('can', () => {
  it.each(actions)('%s, by role, scope and session', (action) => {
    const [owner, admin, member, scope, fromWidget, host] = table[action];
    expect(can(teammate('owner'), action)).toBe(owner);
    expect(can(teammate('admin'), action)).toBe(admin);
    expect(can(teammate('member'), action)).toBe(member);
    expect(can(visitor, action)).toBe(fromWidget);
    expect(can({ kind: 'host', workspace, id: newId('api-key') }, action)).toBe(host);
    expect(can({ kind: 'system', workspace }, action)).toBe(true);
    for (const one of integratorScopes) expect([one, can(integrator(one), action)]).toEqual([one, one === scope]);
    expect(can(integrator(), action)).toBe(false);
    expect(can(integrator(...integratorScopes), action)).toBe(scope !== undefined);
  });

  const cases = actions.flatMap((action) => conversations.map(([which, row, seen]) => ({ action, which, row, seen })));

  it.each(cases)('$action in a conversation that $which', ({ action, row, seen }) => {
    const conversation = buildConversation(row);
    const [owner, admin, member, scope] = table[action];
    expect(can(teammate('owner'), action, conversation)).toBe(owner);
    expect(can(teammate('admin'), action, conversation)).toBe(admin);
    expect(can(teammate('member'), action, conversation)).toBe(member && seen);
    const open: Actor = { kind: 'teammate', workspace, id: me, role: 'member', teams: [], isolation: 'off' };
    expect(can(open, action, conversation)).toBe(member);
    expect(can(integrator(...integratorScopes), action, conversation)).toBe(scope !== undefined);
    expect(can(visitor, action, conversation)).toBe(false);
  });

  it.each(actions)('%s by visitors only in what they hold', (action) => {
    const own = table[action][4];
    const held = buildConversation({ holder: { session, identity: null } });
    const proven = buildConversation({ holder: { session: newId('session'), identity: 'user-1' } });
    const anonymous = buildConversation({ holder: { session: newId('session'), identity: null } });
    const known: Actor = { ...visitor, session: newId('session'), identity: 'user-1' };
    expect(can(visitor, action, held)).toBe(own);
    expect(can(known, action, proven)).toBe(own);
    expect(can(visitor, action, proven)).toBe(false);
    expect(can({ ...known, identity: 'user-2' }, action, proven)).toBe(false);
    // No identity is not the same identity as none.
    expect(can(visitor, action, anonymous)).toBe(false);
    expect(can(visitor, action, buildConversation())).toBe(false);
  });
});
