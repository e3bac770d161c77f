import { describe, expect, it } from 'vitest';
import type { FrameView } from '../api/events.ts';
import type { ConversationView, EntryView } from '../api/views.ts';
import type { ConversationFact } from '../conversation/event.ts';
import { newId } from '../shared/id.ts';
import { toInstant } from '../shared/instant.ts';
import { buildConversation, buildMessage } from '../testing/builders.ts';
import { applyFrame, emptyInboxState, type InboxState, putTimeline } from './inbox-state.ts';

const id = newId('conversation');
const message = buildMessage({ conversation: id });
const added = { type: 'message-added', message: message.id, kind: 'reply', automatic: false } as const;

function row(version: number): ConversationView {
  const from = { name: null, email: null, proven: false };
  return { ...buildConversation({ id, version }), holder: null, mergedFrom: [], unread: false, from };
}

function entry(version: number, fact: ConversationFact = added, more: Partial<EntryView> = {}): EntryView {
  const event = {
    ...fact,
    seq: version,
    v: 1,
    conversation: id,
    version,
    actor: { kind: 'system' },
    at: toInstant(0),
  } as const;
  return { event, message: null, delivery: null, ...more };
}

function happened(version: number, given = entry(version)): FrameView {
  return { kind: 'happened', seq: version, entry: given, conversation: row(version) };
}

function after(state: InboxState, ...frames: readonly FrameView[]): InboxState {
  return frames.reduce(applyFrame, state);
}

const loaded = putTimeline(emptyInboxState, id, { entries: [entry(4), entry(5)], cursor: 'before-4' });
const versionsIn = (state: InboxState) => state.timelines.get(id)?.entries.map(({ event }) => event.version);

describe('applyFrame', () => {
  it('adds an entry once, though its frame comes twice, late or again from the beginning', () => {
    const state = after(loaded, happened(4), happened(6), happened(6), happened(5), happened(7), happened(6));
    expect(versionsIn(state)).toEqual([4, 5, 6, 7]);
    expect(state.conversations.get(id)?.version).toBe(7);
  });

  it('makes no timeline of one entry: what came before would be missing', () => {
    const state = after(emptyInboxState, happened(6));
    expect(state.timelines.size).toBe(0);
    expect(state.conversations.get(id)?.version).toBe(6);
  });

  it('puts the news of a delivery beside its message', () => {
    const delivery = { state: 'sent', reason: null, detail: null, attempts: 1, notBefore: toInstant(0) } as const;
    const sent: ConversationFact = { type: 'delivery-changed', message: message.id, state: 'sent', reason: null };
    const state = after(loaded, happened(6, entry(6, added, { message })), happened(7, entry(7, sent, { delivery })));
    expect(state.timelines.get(id)?.entries.map((one) => one.delivery?.state ?? null)).toEqual([
      null,
      null,
      'sent',
      'sent',
    ]);
  });

  it('forgets the row and all that was read of it', () => {
    const state = after(loaded, happened(6), { kind: 'forget', seq: 7, conversation: id });
    expect([state.conversations.size, state.timelines.size]).toEqual([0, 0]);
  });

  it('takes of two counters the newer one', () => {
    const cell = { sharedWith: null, team: null, teammate: null, tab: 'open' } as const;
    const cells = (value: number, seq: number): FrameView => ({ kind: 'cells', seq, cells: [{ cell, value, seq }] });
    const state = after(emptyInboxState, cells(3, 9), cells(2, 8));
    expect([...state.cells.values()]).toEqual([{ cell, value: 3, seq: 9 }]);
  });
});

describe('putTimeline', () => {
  it('puts older entries before those that are there, each once', () => {
    const state = putTimeline(loaded, id, { entries: [entry(2), entry(3), entry(4)] });
    expect(versionsIn(state)).toEqual([2, 3, 4, 5]);
    expect(state.timelines.get(id)).not.toHaveProperty('cursor');
  });
});
