import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import { type Instant, plus } from '../shared/instant.ts';
import { buildConversation } from '../testing/builders.ts';
import type { ConversationEvent, ConversationFact } from './event.ts';
import { restoredBy } from './restore.ts';

const at = '2026-01-31T09:00:00.000Z' as Instant;
const [id, message, other] = [newId('message'), newId('message'), newId('message')];
const before = {
  state: { status: 'closed', closedAt: at },
  last: { id: other, seq: 5, at, kind: 'inbound' },
  waiting: { seq: 5, at },
} as const;
const stoodBefore = { ...before, andThen: null, upTo: 4 };
const last = { id, seq: 8, at: plus(at, 1), kind: 'reply' } as const;
const after = buildConversation({ state: { status: 'open' }, last, waiting: null });
const nobody = { teammate: null, team: null };

const added = (kind: 'inbound' | 'reply' | 'note', automatic = false): ConversationFact => {
  return { type: 'message-added', message, kind, automatic };
};

const all = before;
const { state, waiting } = before;

describe('taking a reply back returns', () => {
  it.each<[string, readonly ConversationFact[], object]>([
    ['all where nothing has happened since', [], all],
    [
      'all after what changes no status',
      [{ type: 'assignee-changed', from: nobody, to: nobody, because: 'policy' }],
      all,
    ],
    ['all after automatic mail', [added('inbound', true)], all],
    ['neither status nor waiting after a close', [{ type: 'conversation-closed' }], { last: all.last }],
    [
      'no status after it was opened',
      [{ type: 'conversation-opened', because: 'unsnoozed' }],
      { last: all.last, waiting },
    ],
    ['no status after a snooze', [{ type: 'conversation-snoozed', until: 'next-reply' }], { last: all.last, waiting }],
    ['no status after the contact wrote', [added('inbound')], { last: all.last, waiting }],
    ['neither status nor waiting after another reply', [added('reply')], { last: all.last }],
    [
      'neither after another reply was taken back',
      [{ type: 'reply-retracted', message, restores: {} }],
      { last: all.last },
    ],
    ['neither after a merge', [{ type: 'conversation-merged', from: after.id, into: after.id }], { last: all.last }],
    ['all after a note', [added('note')], all],
  ])('%s', (_, since, restored) => {
    expect(restoredBy(after, { id, stoodBefore }, since.map(eventOf))).toEqual(restored);
  });

  it('no last message where there is a newer one', () => {
    const newer = { ...after, last: { ...last, id: message } };
    expect(restoredBy(newer, { id, stoodBefore }, [])).toEqual({ state, waiting });
  });

  it('nothing that is so already, and nothing of a first message', () => {
    const same = { ...after, state, waiting };
    expect(restoredBy(same, { id, stoodBefore }, [])).toEqual({ last: before.last });
    expect(restoredBy(after, { id, stoodBefore: null }, [])).toEqual({});
  });

  it('nobody’s waiting in place of somebody’s', () => {
    const waits = { ...after, waiting: { seq: 9, at } };
    const quiet = { ...stoodBefore, waiting: null };
    expect(restoredBy(waits, { id, stoodBefore: quiet }, [eventOf(added('inbound'))])).toEqual({ last: before.last });
  });
});

function eventOf(fact: ConversationFact): ConversationEvent {
  return { ...fact, seq: 9, v: 1, conversation: after.id, version: 5, actor: { kind: 'system' }, at };
}
