import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiResponse } from '@deskkit/core/api';

/** A reader that takes nothing for so long is gone. */
const stalledMilliseconds = 60_000;
/** So long the rest of a refused body may go on, so that the sender gets to read why. */
const restMilliseconds = 10_000;

/** Writes an answer as fast as its reader takes it. Rejects when what it is made from fails. */
export async function writeResponse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: ApiResponse,
): Promise<void> {
  const isHead = request.method === 'HEAD';
  if (body !== null && typeof body !== 'string') {
    if (isHead || response.destroyed) await body[Symbol.asyncIterator]().return?.();
    if (response.destroyed) return;
    response.writeHead(status, { ...headers });
    if (!isHead) await writeChunks(response, body);
    response.end();
  } else if (!response.destroyed) {
    // A 204 has no body, and says nothing of its length (RFC 9110 §8.6).
    const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) };
    response.writeHead(status, { ...headers, ...length });
    response.end(isHead ? undefined : (body ?? undefined));
  }
  dropRest(request);
}

async function writeChunks(response: ServerResponse, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  let goOn = () => {};
  // Once for the whole body: compression keeps the listeners for `drain` to itself, and `off` does not reach them.
  response.on('drain', () => goOn());
  response.once('close', () => goOn());
  response.flushHeaders();
  for await (const chunk of chunks) {
    if (response.destroyed) return;
    if (response.write(chunk)) continue;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => response.destroy(), stalledMilliseconds);
      goOn = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Reads what nobody wants, so that the connection can go on; not for long. */
function dropRest(request: IncomingMessage): void {
  const { headers } = request;
  if (request.readableEnded || !('content-length' in headers || 'transfer-encoding' in headers)) return;
  const timer = setTimeout(() => request.destroy(), restMilliseconds).unref();
  request.once('close', () => clearTimeout(timer)).resume();
}
