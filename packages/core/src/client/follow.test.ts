import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from './api-client.ts';
import { type Connection, follow } from './follow.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Answer = string | Error | Response | ((init: RequestInit) => Response);

/** Follows answers that are given one after the other; the last one is given for ever. */
function followAnswers(...answers: readonly [Answer, ...Answer[]]) {
  const asked: (string | undefined)[] = [];
  const heard: unknown[] = [];
  const connections: Connection[] = [];
  const client = createClient({
    url: 'http://desk.example/v1',
    fetch: async (_url, init) => {
      asked.push(new Headers(init.headers).get('last-event-id') ?? undefined);
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      if (answer instanceof Error) throw answer;
      if (typeof answer === 'function') return answer(init);
      return typeof answer === 'string' ? new Response(answer) : (answer?.clone() ?? new Response(''));
    },
  });
  const stop = follow({
    client,
    stream: 'streamEvents',
    after: '7',
    onData: (data) => heard.push(data),
    onConnection: (connection) => connections.push(connection),
  });
  return { asked, heard, connections, stop };
}

const end = 'event: end\ndata: {}\n\n';

describe('follow', () => {
  it('begins where it is told, and resumes behind the last event that it understood', async () => {
    const one = followAnswers('id: 8\ndata: 1\n\nid: 9\ndata: 2\n\nid: 10\ndata: 3', 'id: 10\ndata: 3\n\n', end);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.asked).toEqual(['7', '9', '10']);
    expect(one.heard).toEqual([1, 2, 3]);
    expect(one.connections.at(-1)).toBe('ended');
  });

  it('does not move behind an event that it cannot read', async () => {
    const one = followAnswers('id: 8\ndata: 1\n\nid: 9\ndata: {broken\n\n', end);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.asked).toEqual(['7', '8']);
    expect(one.heard).toEqual([1]);
  });

  it('backs off while the desk is away: more and more, half a minute at most', async () => {
    const one = followAnswers(new Error('refused'));
    const tries: number[] = [];
    for (let second = 0; second < 300; second++) {
      const before = one.asked.length;
      await vi.advanceTimersByTimeAsync(1_000);
      if (one.asked.length > before) tries.push(second);
    }
    const pauses = tries.slice(1).map((second, index) => second - (tries[index] ?? 0));
    expect(one.asked.length).toBeLessThan(30);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(31);
    expect(Math.min(...pauses.slice(-5))).toBeGreaterThanOrEqual(14);
    expect(new Set(one.connections)).toEqual(new Set(['connecting', 'offline']));
    one.stop();
    const asked = one.asked.length;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(one.asked).toHaveLength(asked);
  });

  it('tells that it is live again after it was offline', async () => {
    const one = followAnswers(new Error('refused'), 'id: 8\ndata: 1\n\n', end);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.connections).toEqual(['connecting', 'offline', 'live', 'offline', 'ended']);
  });

  it('comes again at once when its token ran out, and is live again', async () => {
    const one = followAnswers(
      'id: 8\ndata: 1\n\nevent: renew\ndata: {}\n\n',
      'id: 9\ndata: 2\n\nevent: end\ndata: {}\n\n',
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(one.asked).toEqual(['7', '8']);
    expect(one.connections).toEqual(['connecting', 'live', 'connecting', 'live', 'ended']);
  });

  it.each([401, 403, 410])('ends at an answer of %i, which no trying will change', async (status) => {
    const one = followAnswers(Response.json({ code: 'x' }, { status }));
    await vi.advanceTimersByTimeAsync(120_000);
    expect([one.asked.length, one.connections.at(-1)]).toEqual([1, 'ended']);
  });

  it.each([429, 500, 503])('tries again after an answer of %i', async (status) => {
    const one = followAnswers(Response.json({ code: 'x' }, { status }), end);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.asked).toHaveLength(2);
  });

  it('takes a minute of silence for a dead connection', async () => {
    const silent = ({ signal }: RequestInit) =>
      new Response(
        new ReadableStream({
          start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
        }),
      );
    const one = followAnswers(silent, end);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(one.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(one.asked).toHaveLength(2);
    expect(one.connections.at(-1)).toBe('ended');
  });
});
