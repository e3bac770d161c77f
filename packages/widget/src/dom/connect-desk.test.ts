import type { ConversationId, MessageId } from '@deskkit/core';
import { createVisitorClient, isApiError } from '@deskkit/core/client';
import { afterEach, expect, it, vi } from 'vitest';
import { connectDesk, type DeskClient } from './connect-desk.ts';

const url = 'https://desk.example/v1';
const conversation = 'cnv_0197a000-0000-7000-a000-000000000001' as ConversationId;
const id = 'msg_0197a000-0000-7000-a000-000000000002' as MessageId;

afterEach(() => void vi.unstubAllGlobals());

/** Answers every request as told, and notes what was sent. */
function listen(answer: (sent: readonly string[]) => Response = () => Response.json({})) {
  const sent: string[] = [];
  vi.stubGlobal('fetch', async (target: string, init: RequestInit) => {
    const request = new Request(target, init);
    const headers = [...request.headers].map((pair) => pair.join(': ')).toSorted();
    sent.push([request.method, request.url, ...headers, await request.text()].join('\n'));
    return answer(sent);
  });
  return sent;
}

async function read(stream: ReturnType<DeskClient['stream']>) {
  const events = [];
  for await (const event of stream) events.push(event);
  return events;
}

const calls: readonly (readonly [string, (client: DeskClient) => Promise<unknown>])[] = [
  ['the config', (client) => client.getWidgetConfig({ key: 'wk&1 é' })],
  ['a session', (client) => client.openWidgetSession({ key: 'wk', identity: undefined, name: 'Ada' })],
  ['a change of itself', (client) => client.changeWidgetMe({ email: 'ada@example.org' })],
  ['the list', (client) => client.listWidgetConversations({ limit: 20 })],
  ['messages', (client) => client.readWidgetMessages({ conversation })],
  ['older messages', (client) => client.readWidgetMessages({ conversation, cursor: 'a+b/c=' })],
  ['a first message', (client) => client.startWidgetConversation({ id: conversation, message: id, body: 'Hello' })],
  ['a message', (client) => client.addWidgetMessage({ conversation, id, body: 'Hello' })],
  [
    'the stream',
    (client) => read(client.stream('streamWidgetEvents', 'here', { signal: new AbortController().signal })),
  ],
];

it.each(calls)('asks for %s just as the typed client does', async (_, call) => {
  const own = listen();
  await call(connectDesk(url, async () => 'secret'));
  const typed = listen();
  await call(createVisitorClient({ url, token: async () => 'secret' }));
  expect(own).toEqual(typed);
  expect(own).toHaveLength(1);
});

it('asks for another token once when the desk no longer takes the first', async () => {
  const sent = listen((all) =>
    all.length === 1 ? Response.json({ code: 'bad-token' }, { status: 401 }) : Response.json({ items: [] }),
  );
  const asked: boolean[] = [];
  const client = connectDesk(url, async ({ renew }) => {
    asked.push(renew);
    return renew ? 'new' : 'old';
  });

  expect(await client.listWidgetConversations({ limit: 1 })).toEqual({ items: [] });
  expect(asked).toEqual([false, true]);
  expect(sent.map((text) => /Bearer \w+/.exec(text)?.[0])).toEqual(['Bearer old', 'Bearer new']);
});

it.each([
  ['a problem', () => Response.json({ code: 'body-empty' }, { status: 422 }), 422, 'body-empty'],
  ['an answer from something between', () => new Response('<html>', { status: 502 }), 502, 'unexpected-answer'],
  ['no answer', () => Promise.reject(new TypeError('gone')), 0, 'unreachable'],
] as const)('rejects with what went wrong: %s', async (_, answer, status, code) => {
  vi.stubGlobal('fetch', async () => answer());
  const error = await connectDesk(url)
    .getWidgetConfig({ key: 'wk' })
    .catch((thrown: unknown) => thrown);
  expect(isApiError(error) && [error.status, error.code]).toEqual([status, code]);
});
