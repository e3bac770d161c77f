import type { Refusal } from '../shared/result.ts';
import type { Sse } from './events.ts';
import type { ApiResponse } from './exchange.ts';
import { statusOf, titleOf } from './status.ts';

const maxTimer = 2 ** 31 - 1;

/** Server-sent events as they come, until the caller, its token or its access ends. */
export function stream(
  events: AsyncIterable<Sse>,
  { end, left, stop }: { end: () => void; left: number | undefined; stop: AbortSignal },
): ApiResponse {
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  };
  return { status: 200, headers, body: encode() };

  async function* encode(): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    const timer = left === undefined ? undefined : setTimeout(end, Math.min(left, maxTimer));
    try {
      yield encoder.encode('retry: 1000\n\n');
      for await (const { id, data } of events) yield encoder.encode(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
      // The token ran out, or access changed: the client gets a new token, loads again and resumes.
      yield encoder.encode(`event: ${stop.aborted ? 'renew' : 'end'}\ndata: {}\n\n`);
    } finally {
      clearTimeout(timer);
      end();
    }
  }
}

export interface FileAnswer {
  readonly name: string;
  readonly type: string;
  readonly inline: boolean;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export function file({ name, type, inline, bytes }: FileAnswer): ApiResponse {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, max-age=300',
    },
    body: bytes,
  };
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): ApiResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(value),
  };
}

/** A refusal as a problem document (RFC 9457). */
export function problem(refusal: Refusal, headers: Record<string, string> = {}): ApiResponse {
  const status = statusOf(refusal.code);
  const document = { type: `urn:deskkit:${refusal.code}`, title: titleOf(refusal.code), status, ...refusal };
  return {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(document),
  };
}
