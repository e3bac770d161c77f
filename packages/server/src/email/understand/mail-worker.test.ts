import { on } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { usualBounds } from './mail-bounds.ts';
import { startWorker } from './start-worker.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const worker = startWorker(64);
afterEach(() => worker.terminate());

it('gives bytes that come late of a mail that was given up to no other mail', async () => {
  const heard = on(worker, 'message');
  const next = async (): Promise<FromWorker> => {
    const [message]: [FromWorker] = (await heard.next()).value;
    return message.type === 'taken' ? next() : message;
  };
  const say = (message: ToWorker) => worker.postMessage(message);
  const start: ToWorker = {
    type: 'start',
    sender: undefined,
    bounds: { ...usualBounds, depth: 0 },
    ids: [],
    folder: '',
  };
  const bytes = (text: string): ToWorker => ({ type: 'bytes', bytes: new Uint8Array(Buffer.from(text)) });
  expect(await next()).toEqual({ type: 'ready' });
  say(start);
  say(bytes('Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHi\r\n--b--\r\n'));
  say({ type: 'end' });
  expect(await next()).toEqual({ type: 'unreadable', reason: 'too-deep' });
  say(bytes('\r\nlate\r\n'));
  say(start);
  for (const text of ['Subject: x\r\n\r\n', 'Hello']) say(bytes(text));
  say({ type: 'end' });
  expect(await next()).toMatchObject({ type: 'read', mail: { asFirst: { visible: { text: 'Hello' } } } });
});
