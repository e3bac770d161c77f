import type { IncomingMessage } from 'node:http';
import type { ApiRequest } from '@deskkit/core/api';

/** The API's request out of Node's, also where a host's body parser was faster. */
export function readRequest(
  request: IncomingMessage & { readonly body?: unknown },
  { prefix, stop }: { readonly prefix: string; readonly stop: AbortSignal },
): ApiRequest {
  const [path = '', query = ''] = splitAt(request.url ?? '', '?');
  // Express 4 puts an empty body beside bytes that nobody has read.
  const body = request.readableDidRead ? request.body : undefined;
  const isRaw = body === undefined || body instanceof Uint8Array || typeof body === 'string';
  return {
    method: request.method ?? 'GET',
    path: below(prefix, path),
    query: new URLSearchParams(query),
    header: (name) => headerOf(request, name),
    bytes: bytesOf(request, isRaw ? body : undefined),
    ...(isRaw ? {} : { parsed: body }),
    stop,
  };
}

function splitAt(text: string, sign: string): readonly [string, string] {
  const place = text.indexOf(sign);
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + 1)];
}

/** A path below a mount of Express has lost the prefix already. */
function below(prefix: string, path: string): string {
  return prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

async function* bytesOf(request: IncomingMessage, read: Uint8Array | string | undefined): AsyncGenerator<Uint8Array> {
  if (read !== undefined) {
    yield typeof read === 'string' ? new TextEncoder().encode(read) : read;
    return;
  }
  // A body that is given up half-way must not take the connection with it: the refusal has to arrive.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) yield chunk;
}
