import { openapi } from '@deskkit/core/api';
import type { SeededRandom } from '@deskkit/core/testing';
import { openFuzzDesk } from './fuzz-desk.ts';
import { type Description, type RandomRequest, randomRequest } from './random-request.ts';

export interface FuzzReport {
  /** How many answers had which status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly slowestMilliseconds: number;
  readonly faults: readonly string[];
}

/** Sends so many random requests to one desk: none may break it, take long, or write and then refuse. */
export async function fuzz(random: SeededRandom, requests: number): Promise<FuzzReport> {
  const description = openapi() as Description;
  const desk = await openFuzzDesk();
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  let slowestMilliseconds = 0;
  for (let count = 0; count < requests; count++) {
    const request = randomRequest(random, description, desk.known);
    const token = desk.tokens[random.below(desk.tokens.length)] ?? '';
    const before = await desk.position();
    const start = performance.now();
    const status = await send(desk.handle, request, token);
    const took = performance.now() - start;
    statuses[status] = (statuses[status] ?? 0) + 1;
    slowestMilliseconds = Math.max(slowestMilliseconds, took);
    const shown = `${request.method} ${request.path.slice(0, 200)} as ${token}: ${request.body?.slice(0, 300) ?? ''}`;
    if (status === 500) faults.push(`500 for ${shown}\n${desk.faults.at(-1) ?? ''}`);
    if (took > 1000) faults.push(`${Math.round(took)} ms for ${shown}`);
    if (status >= 400 && (await desk.position()) !== before) faults.push(`refused with ${status}, yet wrote: ${shown}`);
  }
  await desk.close();
  return { statuses, slowestMilliseconds, faults };
}

async function send(
  handle: (request: Request) => Promise<Response>,
  { method, path, headers, body }: RandomRequest,
  token: string,
): Promise<number> {
  const stop = new AbortController();
  const response = await handle(
    new Request(`http://desk.example${path}`, {
      method,
      headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      signal: stop.signal,
      ...(body === undefined ? {} : { body }),
    }),
  );
  // A stream has no end: its beginning is enough.
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    stop.abort();
    await response.body?.cancel();
  } else {
    await response.text();
  }
  return response.status;
}
