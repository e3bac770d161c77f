import type { ConversationId, MessageId } from '@deskkit/core';
import { ApiError, type VisitorConversation, type VisitorFrame, type VisitorMessage } from '@deskkit/core/client';
import { createFakeIds } from '@deskkit/core/testing';
import { expect, it, vi } from 'vitest';
import { groupMessages } from './group-messages.ts';
import { type Keep, type Kept, nothingKept } from './kept.ts';
import type { ModelClient } from './live.ts';
import { createQuestions } from './questions.ts';
import { createSession } from './session.ts';
import { createWidgetModel } from './widget-model.ts';

/** A desk that keeps messages and can be away, lose its answer or refuse. */
function createFakeDesk() {
  const kept: VisitorMessage[] = [];
  const waiting = new Set<(frame: VisitorFrame) => void>();
  const calls: string[] = [];
  let trouble: 'none' | 'away' | 'answer-lost' | ApiError = 'none';
  let speaks = true;
  let guard = async (_call: string) => {};

  const at = () => `2026-03-01T10:00:${String(kept.length).padStart(2, '0')}.000Z` as VisitorMessage['at'];
  const rowOf = (id: ConversationId): VisitorConversation => {
    const own = kept.filter(({ conversation }) => conversation === id);
    const [first] = own;
    if (!first) throw new ApiError(404, 'not-found');
    return { id, status: 'open', startedAt: first.at, preview: own.at(-1)?.body.text ?? null };
  };
  const put = (message: Omit<VisitorMessage, 'at' | 'attachments'>) => {
    const known = kept.find(({ id }) => id === message.id);
    if (known) return known;
    const made: VisitorMessage = { ...message, at: at(), attachments: [] };
    kept.push(made);
    return made;
  };
  const tell = (message: VisitorMessage) => {
    const frame: VisitorFrame = { kind: 'message', message, conversation: rowOf(message.conversation) };
    for (const listener of waiting) listener(frame);
  };
  const reach = async (name: string) => {
    calls.push(name);
    await guard(name);
    if (trouble === 'away') throw new ApiError(0, 'unreachable');
    if (trouble instanceof ApiError) throw trouble;
  };
  const take = (conversation: ConversationId, id: MessageId | undefined, text: string) => {
    if (!id) throw new Error('The widget chooses its ids.');
    const message = put({ id, conversation, from: 'me', name: null, body: { format: 'text', text } });
    if (speaks) tell(message);
    if (trouble === 'answer-lost') throw new ApiError(0, 'unreachable');
    return { message, conversation: rowOf(conversation) };
  };

  const client: ModelClient = {
    async listWidgetConversations() {
      await reach('list');
      const ids = [...new Set(kept.toReversed().map(({ conversation }) => conversation))];
      return { items: ids.map(rowOf), position: 'here' };
    },
    async readWidgetMessages({ conversation }) {
      await reach('read');
      const items = kept.filter((message) => message.conversation === conversation).toReversed();
      return { items, conversation: rowOf(conversation), position: 'here' };
    },
    async startWidgetConversation({ id, message, body }) {
      await reach('start');
      if (!id) throw new Error('The widget chooses its ids.');
      return take(id, message, body);
    },
    async addWidgetMessage({ conversation, id, body }) {
      await reach('add');
      rowOf(conversation);
      return take(conversation, id, body);
    },
    async *stream(_name, _after, { signal }) {
      await reach('stream');
      const frames: VisitorFrame[] = [{ kind: 'position' }];
      let wake = () => {};
      const hear = (frame: VisitorFrame) => {
        frames.push(frame);
        wake();
      };
      waiting.add(hear);
      signal.addEventListener('abort', () => wake(), { once: true });
      try {
        while (!signal.aborted) {
          for (const frame of frames.splice(0)) yield { id: 'here', event: 'message', data: JSON.stringify(frame) };
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      } finally {
        waiting.delete(hear);
      }
    },
  };
  return {
    client,
    calls,
    texts: () => kept.map(({ body }) => body.text),
    ids: () => kept.map(({ id }) => id),
    is(next: typeof trouble) {
      trouble = next;
    },
    /** Asks this before every answer. */
    asks(next: typeof guard) {
      guard = next;
    },
    /** The stream says nothing of the visitor's own messages, as when it lags behind. */
    lags() {
      speaks = false;
    },
    reply(text: string, conversation = kept[0]?.conversation) {
      if (!conversation) throw new Error('Nobody has written yet.');
      const id = `msg_reply-${kept.length}` as MessageId;
      const message = put({ id, conversation, from: 'team', name: 'Ines', body: { format: 'markdown', text } });
      tell(message);
    },
    tellAll: () => kept.forEach(tell),
  };
}

function createFakeKeep(): Keep & { kept: Kept } {
  const keep = {
    kept: nothingKept,
    read: () => keep.kept,
    change(change: (kept: Kept) => Kept) {
      keep.kept = change(keep.kept);
    },
    allow() {},
    close() {},
  };
  return keep;
}

const newId = createFakeIds();

function open(desk = createFakeDesk(), keep = createFakeKeep()) {
  let sessions = 0;
  const due: (() => void)[] = [];
  const session = createSession({ keep, ask: async () => ({ token: `token ${++sessions}` }) });
  const model = createWidgetModel({
    client: desk.client,
    session,
    keep,
    questions: createQuestions({ keep, asked: [], tell: async () => {} }),
    hasSound: true,
    greet: async () => ({ workspace: 'Lantern' }),
    newId,
    now: () => '2026-03-01T10:00:00.000Z',
    after(_milliseconds, callback) {
      due.push(callback);
      return () => due.splice(due.indexOf(callback) >>> 0, 1);
    },
  });
  const say = (text: string) => {
    model.write(text);
    model.send();
  };
  const begin = (text: string) => {
    model.setOpen(true);
    model.startConversation();
    say(text);
  };
  /** Everything as it stands on the screen. */
  const seen = () =>
    groupMessages(model.thread.value.messages, model.outgoing.value).flatMap(({ state, messages }) =>
      messages.map(({ body }) => `${body.text} (${state})`),
    );
  return { desk, keep, model, session, say, begin, seen, due, sessions: () => sessions };
}

it('asks the desk for nothing but its name until somebody writes', async () => {
  const { desk, model, keep, sessions } = open();
  model.setOpen(true);
  model.startConversation();
  await vi.waitFor(() => expect(model.workspace.value).toBe('Lantern'));

  expect(desk.calls).toEqual([]);
  expect(sessions()).toBe(0);
  expect(keep.kept).toEqual(nothingKept);
});

it('sends in the order of writing, and shows each message once when the stream brings it', async () => {
  const { desk, begin, say, seen, keep } = open();
  begin('one');
  say('two');
  say('three');

  await vi.waitFor(() => expect(seen()).toEqual(['one (sent)', 'two (sent)', 'three (sent)']));
  expect(desk.texts()).toEqual(['one', 'two', 'three']);
  desk.tellAll();
  desk.reply('four');
  await vi.waitFor(() => expect(seen()).toHaveLength(4));
  expect(seen()).toEqual(['one (sent)', 'two (sent)', 'three (sent)', 'four (sent)']);
  expect(keep.kept.unsent).toEqual([]);
});

it('puts a reply before an own message that the desk took later, whichever is heard first', async () => {
  const { desk, begin, say, seen } = open();
  begin('one');
  await vi.waitFor(() => expect(desk.calls).toContain('stream'));
  desk.lags();
  desk.reply('a reply');
  say('two');
  await vi.waitFor(() => expect(desk.texts()).toEqual(['one', 'a reply', 'two']));

  await vi.waitFor(() => expect(seen()).toEqual(['one (sent)', 'a reply (sent)', 'two (sent)']));
  desk.tellAll();
  await vi.waitFor(() => expect(seen()).toEqual(['one (sent)', 'a reply (sent)', 'two (sent)']));
});

it('waits while the desk is away, and sends everything in order when it is back', async () => {
  const { desk, begin, say, seen, model, keep } = open();
  begin('one');
  await vi.waitFor(() => expect(desk.calls).toContain('stream'));
  desk.is('away');
  say('two');
  say('three');
  await vi.waitFor(() => expect(seen()).toEqual(['one (sent)', 'two (waiting)', 'three (waiting)']));
  expect(model.isOffline.value).toBe(true);
  expect(keep.kept.unsent.map(({ text }) => text)).toEqual(['two', 'three']);

  desk.is('none');
  model.wake();
  await vi.waitFor(() => expect(seen()).toEqual(['one (sent)', 'two (sent)', 'three (sent)']));
  expect(desk.texts()).toEqual(['one', 'two', 'three']);
  expect(model.isOffline.value).toBe(false);
});

it('tries again by itself', async () => {
  const { desk, begin, seen, due } = open();
  desk.is('away');
  begin('one');
  await vi.waitFor(() => expect(seen()).toEqual(['one (waiting)']));
  desk.is('none');
  for (const callback of due.splice(0)) callback();

  await vi.waitFor(() => expect(seen()).toEqual(['one (sent)']));
});

it('repeats with the same ids after a lost answer, so that nothing is there twice', async () => {
  const { desk, begin, seen, model } = open();
  desk.lags();
  desk.is('answer-lost');
  begin('one');
  await vi.waitFor(() => expect(seen()).toEqual(['one (waiting)']));
  desk.is('none');
  model.wake();

  await vi.waitFor(() => expect(seen()).toEqual(['one (sent)']));
  expect(desk.calls.filter((call) => call === 'start')).toHaveLength(1);
  expect(desk.texts()).toEqual(['one']);
});

it('shows what the desk refuses as not sent, and sends it as a new message when asked', async () => {
  const { desk, begin, say, seen, model } = open();
  begin('one');
  await vi.waitFor(() => expect(desk.calls).toContain('stream'));
  desk.is(new ApiError(400, 'body-too-long'));
  say('two');
  await vi.waitFor(() => expect(seen()).toEqual(['one (sent)', 'two (failed)']));
  expect(model.news.value).toEqual({ kind: 'not-sent' });

  desk.is('none');
  const [refused] = model.outgoing.value;
  if (refused) model.sendAgain(refused.id);
  await vi.waitFor(() => expect(seen()).toEqual(['one (sent)', 'two (sent)']));
  expect(desk.ids()).not.toContain(refused?.id);
});

it('goes on where an earlier page ended: words, replies and what was not sent', async () => {
  const first = open();
  first.begin('one');
  await vi.waitFor(() => expect(first.desk.calls).toContain('stream'));
  first.desk.is('away');
  first.say('two');
  await vi.waitFor(() => expect(first.seen()).toContain('two (waiting)'));
  first.model.stop();
  first.desk.is('none');
  first.desk.reply('a reply');

  const second = open(first.desk, first.keep);
  await vi.waitFor(() => expect(first.desk.texts()).toEqual(['one', 'a reply', 'two']));
  const [row] = second.model.rows.value;
  if (row) second.model.openConversation(row.conversation.id);
  await vi.waitFor(() => expect(second.seen()).toEqual(['one (sent)', 'a reply (sent)', 'two (sent)']));
  expect(second.sessions()).toBe(0);
});

it('counts as unread what the team wrote since the visitor looked, and nothing once they look', async () => {
  const { desk, begin, model } = open();
  begin('one');
  await vi.waitFor(() => expect(desk.calls).toContain('stream'));
  model.setOpen(false);
  desk.reply('two');
  desk.reply('three');
  await vi.waitFor(() => expect(model.unread.value).toBe(2));
  expect(model.news.value).toMatchObject({ kind: 'reply', message: { body: { text: 'three' } } });

  model.setVisible(false);
  model.setOpen(true);
  expect(model.unread.value).toBe(2);
  model.setVisible(true);
  expect(model.unread.value).toBe(0);
});

it('begins a new conversation with the words when the desk no longer takes the session', async () => {
  const { desk, begin, say, seen, model, session, sessions } = open();
  begin('one');
  await vi.waitFor(() => expect(desk.calls).toContain('stream'));
  await session.token({ renew: false });
  const before = model.rows.value.length;
  desk.asks(async (call) => {
    if (call === 'add') await session.token({ renew: true });
  });
  say('two');

  await vi.waitFor(() => expect(desk.texts()).toEqual(['one', 'two']));
  expect(before).toBe(1);
  expect(sessions()).toBe(2);
  await vi.waitFor(() => expect(seen()).toEqual(['two (sent)']));
});

it('gives up on a desk that takes no session at all', async () => {
  const { desk, begin, seen, session, sessions } = open();
  desk.asks(async () => {
    await session.token({ renew: false });
    await session.token({ renew: true });
  });
  begin('one');

  await vi.waitFor(() => expect(seen()).toEqual(['one (failed)']));
  expect(sessions()).toBe(2);
});
