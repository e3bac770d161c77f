import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApiOptions, answer } from '@deskkit/core/api';
import { readRequest } from './read-request.ts';
import { writeResponse } from './write-response.ts';

export interface NodeHandlerOptions {
  /** Where the API is mounted: with `/desk`, it answers at `/desk/v1`. Not needed below `app.use('/desk', …)`. */
  readonly prefix?: string;
  /** Aborted when the server is about to stop: streams end, and their readers resume elsewhere. */
  readonly stop?: AbortSignal;
}

/** The API as a listener for `node:http`, and for everything that calls such a listener. Never rejects. */
export function toNodeHandler(
  api: ApiOptions,
  { prefix = '', stop }: NodeHandlerOptions = {},
): (request: IncomingMessage, response: ServerResponse) => void {
  // Each open stream listens.
  if (stop) setMaxListeners(0, stop);
  return (request, response) => {
    const gone = new AbortController();
    const end = () => gone.abort();
    stop?.addEventListener('abort', end, { once: true });
    response.once('close', () => {
      stop?.removeEventListener('abort', end);
      end();
    });
    if (stop?.aborted) end();
    // A connection that breaks is told by `close`; without a listener its error would end the process.
    response.on('error', () => undefined);
    void handle(api, request, response, { prefix, stop: gone.signal });
  };
}

async function handle(
  api: ApiOptions,
  request: IncomingMessage,
  response: ServerResponse,
  { prefix, stop }: { readonly prefix: string; readonly stop: AbortSignal },
): Promise<void> {
  try {
    await writeResponse(request, response, await answer(api, readRequest(request, { prefix, stop })));
  } catch (error) {
    // The head is gone already: to break off is the only way to say that this is not all.
    response.destroy();
    api.desk.parts.logger.error('An answer broke off', { method: request.method, error });
  }
}
