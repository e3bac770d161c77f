import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import { toInstant } from '../shared/instant.ts';
import { buildConversation } from '../testing/builders.ts';
import type { ConversationCommand } from './command.ts';
import { decide } from './decide.ts';
import { type Facts, plainFacts } from './facts.ts';

const [ana, ben] = [newId('teammate'), newId('teammate')];
const [billing, sales] = [newId('team'), newId('team')];
const message = newId('message');
const by = { kind: 'teammate', id: ana } as const;
const contact = { kind: 'contact', id: newId('contact') } as const;
const both = { teammate: ana, team: billing };

function ask(command: ConversationCommand, facts: Partial<Facts> = {}, overrides = {}) {
  const conversation = buildConversation({ assignee: both, ...overrides });
  const decision = decide(conversation, command, { ...plainFacts, ...facts }, toInstant(0));
  return decision.ok ? decision.value : decision.refusal;
}

const changed = (to: object, because: string) => ({ type: 'assignee-changed', from: both, to, because });

describe('assigning', () => {
  it('leaves the half that it does not name, and clears with null', () => {
    expect(ask({ type: 'assign', by, teammate: ben })).toEqual([changed({ teammate: ben, team: billing }, 'assigned')]);
    expect(ask({ type: 'assign', by, team: sales })).toEqual([changed({ teammate: ana, team: sales }, 'assigned')]);
    expect(ask({ type: 'assign', by, teammate: null })).toEqual([
      changed({ teammate: null, team: billing }, 'assigned'),
    ]);
    expect(ask({ type: 'assign', by, team: null, teammate: null })).toEqual([
      changed({ teammate: null, team: null }, 'assigned'),
    ]);
  });

  it('to whom it is assigned already is no event', () => {
    expect(ask({ type: 'assign', by, ...both })).toEqual([]);
    expect(ask({ type: 'claim', by, teammate: ana })).toEqual([]);
  });

  it('by claim takes it from nobody: it is refused with who has it', () => {
    expect(ask({ type: 'claim', by, teammate: ben })).toEqual({ code: 'already-assigned', teammate: ana });
  });

  it('by claim keeps the team', () => {
    const assignee = { teammate: null, team: billing };
    expect(ask({ type: 'claim', by, teammate: ben }, {}, { assignee })).toEqual([
      { type: 'assignee-changed', from: assignee, to: { teammate: ben, team: billing }, because: 'claimed' },
    ]);
  });
});

describe('a contact who writes', () => {
  const receive = { type: 'receive', by: contact, message, automatic: false } as const;
  const added = { type: 'message-added', message, kind: 'inbound', automatic: false };

  it.each([
    ['present', []],
    ['deactivated', [changed({ teammate: null, team: billing }, 'assignee-gone')]],
    ['away-reassigning', [changed({ teammate: null, team: billing }, 'assignee-away')]],
  ] as const)('to an assignee who is %s', (assignee, more) => {
    expect(ask(receive, { assignee })).toEqual([added, ...more]);
  });

  it('opens before it changes hands', () => {
    const state = { status: 'closed', closedAt: toInstant(0) };
    expect(ask(receive, { assignee: 'deactivated' }, { state })).toMatchObject([
      added,
      { because: 'contact-replied' },
      { because: 'assignee-gone' },
    ]);
  });

  it('changes nobody in spam, nor by automatic mail', () => {
    expect(ask(receive, { assignee: 'deactivated' }, { spam: true })).toEqual([added]);
    expect(ask({ ...receive, automatic: true }, { assignee: 'deactivated' })).toEqual([{ ...added, automatic: true }]);
  });
});
