import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import { createClient } from './api-client.ts';
import { ApiError, isApiError } from './api-error.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function clientOf(
  answer: (sent: Sent, count: number) => Response | Error,
  token?: Parameters<typeof createClient>[0]['token'],
) {
  const sent: Sent[] = [];
  const client = createClient({
    url: 'http://desk.example/v1/',
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
