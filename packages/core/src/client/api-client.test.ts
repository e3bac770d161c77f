import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../shared/id.ts';
import { createClient } from './api-client.ts';
import { ApiError, isApiError } from './api-error.ts';
import type { ClientOptions } from './calls.ts';
import { each } from './each.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function clientOf(
  answer: (sent: Sent, count: number) => Response | Error,
  token?: ClientOptions['token'],
  retries = 0,
) {
  const sent: Sent[] = [];
  const client = createClient({
    url: 'http://desk.example/v1/',
    retries,
    ...(token === undefined ? {} : { token }),
    fetch: async (url, init) => {
      sent.push({ url, init });
      const given = answer({ url, init }, sent.length);
      if (given instanceof Error) throw given;
      return given;
    },
  });
  return { client, sent, tokens: () => sent.map(({ init }) => new Headers(init.headers).get('authorization')) };
}

const nothing = () => Response.json({ items: [] }, { headers: { 'deskkit-seq': '42' } });
const refusal = (status: number, code: string, more = {}) =>
  Response.json({ code, title: 'Title', status, ...more }, { status });
const conversation = newId('conversation');

describe('a call', () => {
  it('puts path, query and body where they belong', async () => {
    const { client, sent } = clientOf(nothing);
    await client.listConversations({ folder: 'team:x&y', limit: 5 });
    await client.closeConversation({ conversation, seen: 3 });
    await client.unmarkSpam({ conversation });
    await client.getContact({ contact: '../a/b?c' as never });
    expect(sent.map(({ url, init }) => `${init.method} ${url} ${init.body ?? ''}`)).toEqual([
      'GET http://desk.example/v1/conversations?folder=team%3Ax%26y&limit=5 ',
      `POST http://desk.example/v1/conversations/${conversation}/close {"seen":3}`,
      `DELETE http://desk.example/v1/conversations/${conversation}/spam `,
      'GET http://desk.example/v1/contacts/..%2Fa%2Fb%3Fc ',
    ]);
  });

  it('gives the position of a read', async () => {
    expect(await clientOf(nothing).client.readAt('listFolders')).toEqual({ value: { items: [] }, position: '42' });
  });
});

describe('what went wrong', () => {
  const failed = async (answer: Response | Error) =>
    clientOf(() => answer)
      .client.getMe()
      .catch((error: unknown) => error);

  it('is an error with the code, the status and the data of the refusal', async () => {
    const error = await failed(refusal(409, 'already-assigned', { teammate: 'tmt_x' }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 409,
      code: 'already-assigned',
      message: 'Title',
      problem: { teammate: 'tmt_x' },
    });
    expect(isApiError(error)).toBe(true);
  });

  it.each([
    [refusal(503, 'storage-unavailable'), 503, 'storage-unavailable', true],
    [refusal(429, 'too-many-requests'), 429, 'too-many-requests', true],
    [refusal(404, 'not-found'), 404, 'not-found', false],
    [new Response('<html>', { status: 502 }), 502, 'unexpected-answer', true],
    [Response.json(null, { status: 500 }), 500, 'unexpected-answer', true],
    [Response.json({ code: 7 }, { status: 400 }), 400, 'unexpected-answer', false],
    [new TypeError('fetch failed'), 0, 'unreachable', true],
  ])('is told from what came: %o', async (answer, status, code, retryable) => {
    expect(await failed(answer)).toMatchObject({ status, code, retryable });
  });

  it('is not the desk when the caller gave up', async () => {
    const stopping = new AbortController();
    const reason = new Error('gone');
    const { client } = clientOf(() => reason);
    stopping.abort();
    await expect(client.getMe(undefined, { signal: stopping.signal })).rejects.toBe(reason);
  });
});

describe('a token', () => {
  const asking = () => {
    const asks: boolean[] = [];
    return { asks, token: async ({ renew }: { renew: boolean }) => `t${asks.push(renew)}` };
  };

  it('is asked for once, and renewed once when the desk no longer takes it', async () => {
    const { asks, token } = asking();
    const { client, tokens } = clientOf((_, count) => (count === 2 ? refusal(401, 'bad-token') : nothing()), token);
    await client.listTeams();
    await client.listTeams();
    await client.listTeams();
    expect(tokens()).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t2', 'Bearer t2']);
    expect(asks).toEqual([false, true]);
  });

  it('that is not taken when it is new either is an error', async () => {
    const { asks, token } = asking();
    const { client } = clientOf(() => refusal(401, 'bad-token'), token);
    await expect(client.getMe()).rejects.toMatchObject({ status: 401, code: 'bad-token' });
    expect(asks).toEqual([false, true]);
  });

  it('that cannot be renewed is not tried twice', async () => {
    const { client, sent } = clientOf(() => refusal(401, 'bad-token'), 'fixed');
    await expect(client.getMe()).rejects.toMatchObject({ code: 'bad-token' });
    expect(sent).toHaveLength(1);
  });
});

describe('what is safe to repeat', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const away = () => refusal(503, 'storage-unavailable');
  const settle = async <Value>(promise: Promise<Value>): Promise<Value | unknown> => {
    const settled = promise.catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    return settled;
  };

  it('is tried again: reads, and what has a key', async () => {
    const { client, sent } = clientOf((_, count) => (count % 3 === 0 ? nothing() : away()), undefined, 2);
    expect(await settle(client.listTeams())).toEqual({ items: [] });
    expect(sent).toHaveLength(3);
    await settle(client.closeConversation({ conversation }, { idempotencyKey: 'close-1' }));
    expect(sent).toHaveLength(6);
    expect(sent.slice(3).map(({ init }) => new Headers(init.headers).get('idempotency-key'))).toEqual([
      'close-1',
      'close-1',
      'close-1',
    ]);
  });

  it('is given up after the last try', async () => {
    const { client, sent } = clientOf(away, undefined, 2);
    expect(await settle(client.listTeams())).toMatchObject({ code: 'storage-unavailable' });
    expect(sent).toHaveLength(3);
  });

  it('is nothing else: a write without a key is tried once', async () => {
    const { client, sent } = clientOf(away, undefined, 2);
    expect(await settle(client.closeConversation({ conversation }))).toMatchObject({ status: 503 });
    expect(sent).toHaveLength(1);
  });

  it('is nothing that was refused', async () => {
    const { client, sent } = clientOf(() => refusal(404, 'not-found'), undefined, 2);
    expect(await settle(client.getConversation({ conversation }))).toMatchObject({ code: 'not-found' });
    expect(sent).toHaveLength(1);
  });

  it('waits as long as the desk wants', async () => {
    const busy = () => Response.json({ code: 'too-many-requests' }, { status: 429, headers: { 'retry-after': '7' } });
    const { client, sent } = clientOf((_, count) => (count === 1 ? busy() : nothing()), undefined, 2);
    const listed = client.listTeams();
    await vi.advanceTimersByTimeAsync(6900);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(await listed).toEqual({ items: [] });
  });

  it('is not tried again once the caller gave up', async () => {
    const stopping = new AbortController();
    const { client, sent } = clientOf(away, undefined, 2);
    const listed = client.listTeams(undefined, { signal: stopping.signal });
    await vi.advanceTimersByTimeAsync(10);
    stopping.abort();
    await settle(listed);
    expect(sent).toHaveLength(1);
  });
});

describe('a list', () => {
  it('gives every item, page after page', async () => {
    const pages = [{ items: [1, 2], nextCursor: 'a' }, { items: [] as number[], nextCursor: 'b' }, { items: [3] }];
    const asked: (string | undefined)[] = [];
    const list = async (input: { readonly limit: number; readonly cursor?: string }) => {
      asked.push(input.cursor);
      return pages[asked.length - 1] ?? { items: [] };
    };
    const items = [];
    for await (const item of each(list, { limit: 2 })) items.push(item);
    expect(items).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, 'a', 'b']);
  });
});

describe('a file', () => {
  const file = { name: 'a b.png', type: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
  const taken = () => Response.json({ id: 'att_x' }, { status: 201 });

  it('is handed in with its name and type', async () => {
    const { client, sent } = clientOf(taken, 't');
    const progress: number[] = [];
    expect(await client.addAttachment(file, { onProgress: (share) => progress.push(share) })).toEqual({ id: 'att_x' });
    expect(sent[0]).toMatchObject({ url: 'http://desk.example/v1/attachments?name=a+b.png', init: { method: 'POST' } });
    expect(new Headers(sent[0]?.init.headers).get('content-type')).toBe('image/png');
    expect(progress).toEqual([1]);
  });
});
