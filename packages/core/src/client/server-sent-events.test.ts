import { describe, expect, it } from 'vitest';
import { readServerSentEvents } from './server-sent-events.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function read(...chunks: readonly Uint8Array<ArrayBuffer>[]) {
  const left = [...chunks];
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const chunk = left.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  });
  const events = [];
  for await (const event of readServerSentEvents(new Response(body))) events.push(event);
  return events;
}

const text =
  'retry: 1000\n\n: hello\n\nid: 1\ndata: {"a":"é😀"}\n\nevent: end\r\nid: 2\r\ndata: x\r\ndata:  y\r\n\r\nid: 3\n\ndata:z\n\n';
const events = [
  { id: '1', event: 'message', data: '{"a":"é😀"}' },
  { id: '2', event: 'end', data: 'x\n y' },
  { id: '3', event: 'message', data: 'z' },
];

describe('readServerSentEvents', () => {
  it('reads what came at once', async () => {
    expect(await read(bytes(text))).toEqual(events);
  });

  it('reads what came in two pieces, wherever it was cut', async () => {
    const whole = bytes(text);
    for (let cut = 0; cut <= whole.length; cut++) {
      expect([cut, await read(whole.slice(0, cut), whole.slice(cut))]).toEqual([cut, events]);
    }
  });

  it('reads what came byte by byte', async () => {
    expect(await read(...Array.from(bytes(text), (byte) => new Uint8Array([byte])))).toEqual(events);
  });

  it('does not give an event that broke off, wherever', async () => {
    const last = 'id: 4\ndata: half\n\n';
    for (let length = 0; length < last.length; length++) {
      expect(await read(bytes(text + last.slice(0, length)))).toEqual(events);
    }
  });

  it('gives nothing of an answer without a body', async () => {
    expect((await readServerSentEvents(new Response(null)).next()).done).toBe(true);
  });

  it('lets go of the answer when nobody reads on', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.enqueue(bytes('data: x\n\n')),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const _ of readServerSentEvents(new Response(body))) break;
    expect(cancelled).toBe(true);
  });
});
