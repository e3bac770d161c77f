import { type ApiOptions, answer } from './answer.ts';

/**
 * The API as a fetch handler, for every runtime that has `Request` and `Response`. `prefix` is where it is
 * mounted: with `/desk`, the API answers at `/desk/v1`.
 */
export function toFetchHandler(
  options: ApiOptions,
  { prefix = '' }: { readonly prefix?: string } = {},
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const { status, headers, body } = await answer(options, {
      method: request.method,
      path: pathname.startsWith(prefix) ? pathname.slice(prefix.length) : pathname,
      query: searchParams,
      header: (name) => request.headers.get(name) ?? undefined,
      bytes: chunksOf(request.body),
      stop: request.signal,
    });
    if (request.method === 'HEAD') return new Response(null, { status, headers });
    return new Response(typeof body === 'string' || body === null ? body : toStream(body), { status, headers });
  };
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) if (part.value) yield part.value;
  } finally {
    await reader.cancel();
  }
}

function toStream(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
