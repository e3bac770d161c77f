import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import { type Instant, plus } from '../shared/instant.ts';
import { buildConversation } from '../testing/builders.ts';
import type { Conversation } from './conversation.ts';
import type { ConversationEvent, ConversationFact } from './event.ts';
import { evolve } from './evolve.ts';

const at = '2026-02-01T09:00:00.000Z' as Instant;
const [teammate, other] = [newId('teammate'), newId('teammate')];
const message = newId('message');

function event(fact: ConversationFact, version = 3): ConversationEvent {
  return { ...fact, seq: 30, v: 1, conversation: newId('conversation'), version, actor: { kind: 'system' }, at };
}

const added = (kind: 'inbound' | 'reply' | 'note', automatic = false) =>
  event({ type: 'message-added', message, kind, automatic });

describe('evolve', () => {
  it('begins with nothing but who writes and how', () => {
    const contact = newId('contact');
    const holder = { session: newId('session'), identity: null };
    const begun = event({ type: 'conversation-started', contact, channel: 'chat', holder, continues: null }, 1);
    expect(evolve(undefined, begun)).toMatchObject({
      id: begun.conversation,
      number: 30,
      version: 1,
      contact,
      holder,
      state: { status: 'open' },
      assignee: { teammate: null, team: null },
      startedAt: at,
      waiting: null,
    });
    expect(() => evolve(undefined, added('note'))).toThrow('cannot begin with message-added');
  });

  it('notes with a share by which event it came, and drops one share alone', () => {
    const shared = evolve(buildConversation(), event({ type: 'shared', teammate, because: 'by-hand' }, 5));
    expect(shared.sharedWith).toEqual([{ teammate, since: 5 }]);
    const both = evolve(shared, event({ type: 'shared', teammate: other, because: 'mentioned' }, 6));
    expect(evolve(both, event({ type: 'unshared', teammate }, 7)).sharedWith).toEqual([{ teammate: other, since: 6 }]);
  });

  const waiting = { seq: 2, at: plus(at, -1) };
  it.each<[string, ConversationEvent, Conversation['waiting'], Conversation['waiting']]>([
    ['a contact who writes first', added('inbound'), null, { seq: 30, at }],
    ['a contact who writes again', added('inbound'), waiting, waiting],
    ['automatic mail', added('inbound', true), null, null],
    ['a reply', added('reply'), waiting, null],
    ['a note', added('note'), waiting, waiting],
    ['closing', event({ type: 'conversation-closed' }), waiting, null],
    ['a snooze', event({ type: 'conversation-snoozed', until: 'next-reply' }), waiting, waiting],
  ])('after %s somebody waits, or nobody', (_, happened, before, after) => {
    expect(evolve(buildConversation({ waiting: before }), happened).waiting).toEqual(after);
  });

  it('moves up by every message that is not automatic', () => {
    const before = buildConversation();
    for (const kind of ['inbound', 'reply', 'note'] as const) {
      expect(evolve(before, added(kind)).last).toEqual({ id: message, seq: 30, at, kind });
      expect(evolve(before, added(kind, true)).last).toEqual(before.last);
    }
  });

  it('takes from what was merged into it the newer end, the longer wait and the origins', () => {
    const mine = buildConversation({ last: { id: message, seq: 8, at, kind: 'note' }, waiting: { seq: 6, at } });
    const origin = (conversation = newId('conversation')) => ({ conversation, holder: null, reads: [] });
    const [first, second] = [origin(), origin()];
    const absorbed = (row: Conversation, seq: number, waiting: Conversation['waiting']) => {
      const brought = {
        last: { id: newId('message'), seq, at, kind: 'inbound' as const },
        waiting,
        mergedFrom: [second],
      };
      const from = newId('conversation');
      return [evolve(row, event({ type: 'conversation-merged', from, into: row.id, brought })), brought] as const;
    };
    const [newer, brought] = absorbed({ ...mine, mergedFrom: [first] }, 9, { seq: 3, at });
    expect(newer).toMatchObject({
      last: brought.last,
      waiting: { seq: 3 },
      mergedFrom: [first, second],
      mergedInto: null,
    });
    const [older] = absorbed(mine, 7, { seq: 7, at });
    expect(older).toMatchObject({ last: mine.last, waiting: { seq: 6 } });
    expect(absorbed(mine, 7, null)[0].waiting).toEqual({ seq: 6, at });
    expect(absorbed({ ...mine, waiting: null }, 7, { seq: 7, at })[0].waiting).toEqual({ seq: 7, at });
  });

  it('points to where it went', () => {
    const [from, into] = [newId('conversation'), newId('conversation')];
    const before = buildConversation({ id: from });
    const gone = evolve(before, event({ type: 'conversation-merged', from, into }));
    expect(gone).toEqual({ ...before, version: 3, mergedInto: into });
  });

  it('keeps what was said of its details, and returns what a reply had changed', () => {
    const before = buildConversation({ tags: [newId('tag')], priority: 'high' });
    const tags = [newId('tag')];
    const tagged = evolve(before, event({ type: 'details-changed', fields: ['tags', 'subject'], tags }));
    expect(tagged).toEqual({ ...before, version: 3, tags });
    expect(evolve(before, event({ type: 'conversation-rated', score: 4 })).rating).toBe(4);
    expect(evolve(before, event({ type: 'contact-read', message })).contactRead).toBe(message);
    const restores = { state: { status: 'closed', closedAt: at } } as const;
    expect(evolve(before, event({ type: 'reply-retracted', message, restores }))).toEqual({
      ...before,
      ...restores,
      version: 3,
    });
  });

  it('changes nothing but the version by what stands elsewhere', () => {
    const before = buildConversation();
    for (const fact of [
      { type: 'mentioned', message, teammate },
      { type: 'message-edited', message },
      { type: 'message-deleted', message },
      { type: 'delivery-changed', message, state: 'sent', reason: null },
    ] as const) {
      expect(evolve(before, event(fact))).toEqual({ ...before, version: 3 });
    }
  });
});
