import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSigner } from '../api/signer.ts';
import { toFetchHandler } from '../api/to-fetch-handler.ts';
import { createClient } from '../client/api-client.ts';
import type { Message } from '../message/message.ts';
import { plainMessage } from '../message/plain-message.ts';
import { type ConversationId, newId } from '../shared/id.ts';
import { fakeTokens, tokenOf } from '../testing/fake-tokens.ts';
import { openTestDesk } from '../testing/test-desk.ts';
import { createInboxStore, type InboxStore } from './inbox-store.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const body = (text: string) => ({ format: 'text', text }) as const;
const all = { folder: { kind: 'all' } } as const;

/** An inbox of Ana's before a desk in memory; `hold` lets answers wait whose URL contains it. */
async function open() {
  const test = await openTestDesk();
  const handle = toFetchHandler({ desk: test.desk, tokens: fakeTokens, signer: createSigner('secret') });
  const held: { part: string; until: Promise<void>; made: () => void }[] = [];
  const client = createClient({
    url: 'http://desk.example/v1',
    token: tokenOf(test.ana),
    fetch: async (url, init) => {
      const response = await handle(new Request(url, init));
      const holding = held.find(({ part }) => url.includes(part));
      holding?.made();
      await holding?.until;
      return response;
    },
  });
  const store = createInboxStore({ client, now: test.clock.now });
  stops.push(() => store.stop());
  const { conversation } = await test.desk.receiver.receive(test.inbound());
  await store.start();
  await store.loadList(all);
  await store.loadConversation(conversation);
  await vi.waitFor(() => expect(store.connection()).toBe('live'));
  return {
    ...test,
    client,
    store,
    conversation,
    hold(part: string) {
      let release = () => {};
      let made = () => {};
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      const answered = new Promise<void>((resolve) => {
        made = resolve;
      });
      held.push({ part, until, made });
      return { release, answered };
    },
  };
}

const wordsIn = (store: InboxStore, id: ConversationId) =>
  store.timeline(id).entries.flatMap(({ message }) => message?.body.text ?? []);
const openIn = (store: InboxStore) => store.folders().find(({ folder }) => folder.kind === 'all')?.counts.open;

function replyOf(conversation: ConversationId, author: Message['author'], at: Message['at']): Message {
  const id = newId('message');
  return {
    ...plainMessage,
    id,
    conversation,
    kind: 'reply',
    author,
    channel: 'email',
    at,
    body: body('Here'),
  };
}

describe('an inbox', () => {
  it('shows what others do, once each', async () => {
    const { store, desk, owner, conversation, inbound } = await open();
    await desk.as(owner).note({ conversation, body: body('Look') });
    const other = await desk.receiver.receive(inbound());
    await desk.as(owner).close({ conversation });
    await vi.waitFor(() => expect(store.conversation(conversation)?.state.status).toBe('closed'));
    await vi.waitFor(() => expect(openIn(store)).toBe(1));
    expect(wordsIn(store, conversation)).toEqual(['Where is it?', 'Look']);
    expect(store.list(all).items.map(({ id }) => id)).toEqual([other.conversation, conversation]);
    expect(store.list({ ...all, status: 'open' }).items.map(({ id }) => id)).toEqual([other.conversation]);
  });

  it('drops what goes out of sight, and shows it when it comes back', async () => {
    const { store, desk, owner, ana, conversation, teams } = await open();
    await desk.as(owner).assign({ conversation, team: teams.sales.id });
    await vi.waitFor(() => expect(store.conversation(conversation)).toBeUndefined());
    await vi.waitFor(() => expect(openIn(store)).toBe(0));
    expect(store.timeline(conversation).loaded).toBe(false);
    await desk.as(owner).share({ conversation, teammate: ana.id });
    await vi.waitFor(() => expect(store.list({ folder: { kind: 'shared' } }).items).toHaveLength(1));
    await vi.waitFor(() => expect(openIn(store)).toBe(1));
  });

  it('hears what happens while it loads', async () => {
    const { store, desk, owner, inbound, hold } = await open();
    const { conversation } = await desk.receiver.receive(inbound());
    await vi.waitFor(() => expect(store.conversation(conversation)).toBeDefined());
    const { release, answered } = hold(`${conversation}/timeline`);
    const loading = store.loadConversation(conversation);
    // The answer is made before the note, and comes after the news of it.
    await answered;
    await desk.as(owner).note({ conversation, body: body('Meanwhile') });
    await vi.waitFor(() => expect(store.conversation(conversation)?.version).toBe(3));
    release();
    await loading;
    expect(wordsIn(store, conversation)).toEqual(['Where is it?', 'Meanwhile']);
  });

  it('does not show again what went out of sight while it loaded', async () => {
    const { store, desk, owner, conversation, teams, hold } = await open();
    const { release, answered } = hold('/conversations?');
    const loading = store.loadList(all);
    await answered;
    await desk.as(owner).assign({ conversation, team: teams.sales.id });
    await vi.waitFor(() => expect(store.conversation(conversation)).toBeUndefined());
    release();
    await loading;
    expect(store.list(all).items).toEqual([]);
  });
});

describe('what one does', () => {
  it('is shown at once, counted, and kept when the desk agrees', async () => {
    const { store, client, ana, conversation, hold } = await open();
    const by = { kind: 'teammate', id: ana.id } as const;
    const { release } = hold('/close');
    const done = store.perform(conversation, { type: 'close', by }, () => client.closeConversation({ conversation }));
    expect(store.conversation(conversation)?.state.status).toBe('closed');
    expect(openIn(store)).toBe(0);
    release();
    await done;
    expect(store.conversation(conversation)?.state.status).toBe('closed');
    await vi.waitFor(() => expect(openIn(store)).toBe(0));
  });

  it('is taken back when the desk refuses, with what it said', async () => {
    const { store, client, owner, ana, desk, conversation, hold } = await open();
    const by = { kind: 'teammate', id: ana.id } as const;
    const { release } = hold('/claim');
    await desk.as(owner).claim({ conversation });
    const done = store.perform(conversation, { type: 'claim', by, teammate: ana.id }, () =>
      client.claimConversation({ conversation }),
    );
    release();
    await expect(done).rejects.toMatchObject({ status: 409, code: 'already-assigned' });
    await vi.waitFor(() => expect(store.conversation(conversation)?.assignee.teammate).toBe(owner.id));
  });

  it('is taken back when the desk cannot be reached', async () => {
    const { store, ana, conversation } = await open();
    const before = store.conversation(conversation);
    const command = { type: 'snooze', by: { kind: 'teammate', id: ana.id }, until: 'next-reply' } as const;
    const done = store.perform(conversation, command, () => Promise.reject(new Error('away')));
    expect(store.conversation(conversation)?.state.status).toBe('snoozed');
    await expect(done).rejects.toThrow('away');
    expect(store.conversation(conversation)).toEqual(before);
    expect(openIn(store)).toBe(1);
  });

  it.each(['the answer', 'the stream'])(
    'shows its words once at every moment, though %s comes first',
    async (first) => {
      const { store, client, ana, clock, conversation, hold } = await open();
      const by = { kind: 'teammate', id: ana.id } as const;
      const message = replyOf(conversation, by, clock.now());
      const seen = new Set<string>();
      stops.push(store.subscribe(() => seen.add(wordsIn(store, conversation).join())));
      const { release } = first === 'the stream' ? hold('/messages') : { release: () => {} };
      const command = { type: 'reply', by, message: message.id } as const;
      const send = () =>
        client.addMessage({ conversation, id: message.id, kind: 'reply', body: 'Here', format: 'text' });
      const done = store.perform(conversation, command, send, message);
      const entries = () => store.timeline(conversation).entries.filter((entry) => entry.message?.id === message.id);
      if (first === 'the stream') await vi.waitFor(() => expect(entries()[0]?.event.version).toBe(3));
      release();
      await done;
      await vi.waitFor(() => expect(entries()[0]?.event.version).toBe(3));
      expect(entries()).toHaveLength(1);
      expect([...seen]).toEqual(['Where is it?,Here']);
    },
  );
});
