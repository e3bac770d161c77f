import { parentPort } from 'node:worker_threads';
import { reasonOf } from './bounded-parser.ts';
import { understandMail } from './understand-mail.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

// What runs in the thread: understands one mail at a time. Only when it has answered comes the next.

const port = parentPort;
if (!port) throw new Error('This file runs in a thread that reads mails.');

let incoming = createIncoming();

port.on('message', (message: ToWorker) => {
  if (message.type === 'start') {
    // Bytes that still come of a mail that was given up go to nobody.
    incoming = createIncoming();
    void understand(message, incoming.bytes());
  } else incoming.push(message);
});
answer({ type: 'ready' });

async function understand(
  start: Extract<ToWorker, { readonly type: 'start' }>,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  try {
    const mail = await understandMail(bytes, start);
    const buffers = mail.files.flatMap((file) => (file.bytes instanceof Uint8Array ? [file.bytes.buffer] : []));
    answer({ type: 'read', mail }, buffers);
  } catch (error) {
    answer({ type: 'unreadable', reason: reasonOf(error) });
  }
}

function answer(message: FromWorker, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

/** The bytes of one mail; each piece that was used makes room for another. */
function createIncoming() {
  const waiting: Exclude<ToWorker, { readonly type: 'start' }>[] = [];
  let wake: () => void = () => undefined;
  return {
    push(message: Exclude<ToWorker, { readonly type: 'start' }>): void {
      waiting.push(message);
      wake();
    },
    async *bytes(): AsyncGenerator<Uint8Array> {
      for (;;) {
        const message = waiting.shift();
        if (!message) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        if (message.type === 'end') return;
        if (message.type === 'broken') throw new Error('The rest of the mail cannot be had.');
        yield message.bytes;
        answer({ type: 'taken' });
      }
    },
  };
}
