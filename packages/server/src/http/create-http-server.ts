import { createServer, type RequestListener, type Server } from 'node:http';
import type { ApiOptions } from '@deskkit/core/api';
import { toNodeHandler } from './to-node-handler.ts';

export interface HttpServer {
  readonly server: Server;
  /** Takes no new connection, ends the streams and lets answers finish, for `milliseconds` at most. */
  stop(milliseconds: number): Promise<void>;
}

/** `/v1` straight on `node:http`; everything else goes to `pages`, which may be slower. */
export function createHttpServer(api: ApiOptions, pages: RequestListener): HttpServer {
  const stopping = new AbortController();
  const handler = toNodeHandler(api, { stop: stopping.signal });
  const server = createServer(
    // Who sends slower than this is cut off: heads in 20 seconds, a file of 25 MB in 5 minutes.
    { headersTimeout: 20_000, requestTimeout: 300_000, keepAliveTimeout: 10_000 },
    (request, response) => {
      if (stopping.signal.aborted) response.setHeader('connection', 'close');
      if (request.url?.startsWith('/v1/')) handler(request, response);
      else pages(request, response);
    },
  );
  return {
    server,
    async stop(milliseconds) {
      stopping.abort();
      const timer = setTimeout(() => server.closeAllConnections(), milliseconds);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearTimeout(timer);
    },
  };
}
