import { expect, it } from 'vitest';
import { type ReadEvent, readStream } from './event-reader.ts';
import type { Story } from './story.ts';

/** The log as it grows. */
export function streamStories(story: Story): void {
  it('streams what happens, and goes on where a broken stream ended', async () => {
    const { test, open } = await story();
    const token = await test.tokenOf(test.mara);
    const first = new AbortController();
    const response = await open('GET /events/stream', { token, signal: first.signal });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const stream = readStream(response);
    expect((await stream.next())?.data.kind).toBe('position');

    const { id, visitor } = await test.startChat('One');
    const begun = await until(stream, ({ data }) => data.entry?.event.type === 'message-added');
    expect(begun.data.conversation.id).toBe(id);
    first.abort();

    await test.desk.as(visitor).answer({ conversation: id, body: { format: 'text', text: 'Two' } });
    await test.desk.as(visitor).answer({ conversation: id, body: { format: 'text', text: 'Three' } });
    const second = new AbortController();
    const resumed = await open('GET /events/stream', {
      token,
      signal: second.signal,
      headers: { 'last-event-id': begun.id ?? '' },
    });
    const rest = readStream(resumed);
    const texts: string[] = [];
    const ids: number[] = [];
    while (texts.length < 2) {
      const event = await rest.next();
      if (!event?.data.entry?.message) continue;
      ids.push(Number(event.id));
      texts.push(event.data.entry.message.body.text);
    }
    expect(texts).toEqual(['Two', 'Three']);
    expect(ids).toEqual([...ids].sort((one, other) => one - other));
    expect(ids[0]).toBeGreaterThan(Number(begun.id));
    second.abort();
  });

  it('tells a visitor of its own messages only, under positions that say nothing', async () => {
    const { test, call, open } = await story();
    const { token, id } = await test.startChat('Mine');
    const stop = new AbortController();
    const stream = readStream(await open('GET /widget/events/stream', { token, signal: stop.signal }));
    await stream.next();
    await test.startChat('Not mine');
    const mara = await test.tokenOf(test.mara);
    for (const [kind, body] of [
      ['note', 'inside'],
      ['reply', 'outside'],
    ]) {
      await call(`POST /conversations/${id}/messages`, { token: mara, json: { kind, body } });
    }
    const heard = await until(stream, ({ data }) => data.kind === 'message');
    expect(heard.data.message.body.text).toBe('outside');
    expect(heard.id).not.toMatch(/^\d+$/);
    stop.abort();
  });

  it('gives the log page by page to who would rather ask', async () => {
    const { test, call } = await story();
    const token = await test.tokenOf(test.mara);
    const from = await test.position();
    await test.startChat('One');
    const { json } = await call(`GET /events?after=${from}&limit=1`, { token });
    expect(json).toMatchObject({ position: from + 1, more: true });
    const end = await call(`GET /events?after=${await test.position()}`, { token });
    expect(end.json).toEqual({ items: [], position: await test.position(), more: false });
  });

  it('refuses to go on from what is no position', async () => {
    const { test, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const malformed = { status: 400, code: 'malformed' };
    await refused('GET /events/stream', { token, headers: { 'last-event-id': 'x' } }, malformed);
    await refused('GET /events/stream?after=-1', { token }, malformed);
    await refused('GET /events?after=x', { token }, malformed);
  });
}

async function until(
  stream: { next(): Promise<ReadEvent | undefined> },
  isIt: (event: ReadEvent) => boolean,
): Promise<ReadEvent> {
  for (;;) {
    const event = await stream.next();
    if (!event) throw new Error('The stream ended before it came');
    if (isIt(event)) return event;
  }
}
