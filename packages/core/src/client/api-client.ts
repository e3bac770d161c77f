import type { Contract } from '../api/contract.ts';
import type { GivenBy, SentTo } from '../api/operation.ts';
import { type OperationName, routes } from '../api/routes.ts';
import { ApiError } from './api-error.ts';
import { readServerSentEvents, type ServerSentEvent } from './server-sent-events.ts';

type Streaming = 'streamEvents' | 'streamWidgetEvents';
type Raw = 'addAttachment' | 'handInMail' | 'downloadFile';
export type JsonOperation = Exclude<OperationName, Streaming | Raw>;

export interface CallOptions {
  readonly signal?: AbortSignal;
}

type Arguments<Name extends OperationName> =
  Record<never, never> extends SentTo<Contract[Name]>
    ? [input?: SentTo<Contract[Name]>, options?: CallOptions]
    : [input: SentTo<Contract[Name]>, options?: CallOptions];

/** A typed function for each JSON operation of the API. Rejects with `ApiError`. */
export type ApiCalls = {
  readonly [Name in JsonOperation]: (...args: Arguments<Name>) => Promise<GivenBy<Contract[Name]>>;
};

export interface ApiClient extends ApiCalls {
  /** A read and the log's position before it, to begin a stream at. */
  readAt<Name extends JsonOperation>(
    name: Name,
    ...args: Arguments<Name>
  ): Promise<{ readonly value: GivenBy<Contract[Name]>; readonly position: string }>;
  /** Hands in a file. */
  addAttachment(
    file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> },
    options?: CallOptions,
  ): Promise<GivenBy<Contract['addAttachment']>>;
  /** Server-sent events behind a position, until the far end or `signal` ends them. */
  stream(name: Streaming, after: string, options: Required<CallOptions>): AsyncGenerator<ServerSentEvent>;
  /** Where the API is, for the links that it gives. */
  readonly url: string;
}

export interface ClientOptions {
  /** Where the API is, with `/v1`: `https://desk.example/v1`. */
  readonly url: string;
  /** The token, or what gets it; asked again with `renew` when the desk no longer takes the last one. */
  readonly token?: string | ((ask: { readonly renew: boolean }) => string | Promise<string>);
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

export function createClient(options: ClientOptions): ApiClient {
  const url = options.url.replace(/\/$/, '');
  const send = options.fetch ?? ((target: string, init: RequestInit) => fetch(target, init));
  let token: string | undefined;

  async function tokenFor(renew: boolean): Promise<string | undefined> {
    if (typeof options.token !== 'function') return options.token;
    if (renew || token === undefined) token = await options.token({ renew });
    return token;
  }

  async function exchange(path: string, init: RequestInit, renew = false): Promise<Response> {
    const held = await tokenFor(renew);
    const headers = { ...init.headers, ...(held ? { authorization: `Bearer ${held}` } : {}) };
    const response = await reach(() => send(url + path, { ...init, headers }), init.signal);
    if (response.status === 401 && !renew && typeof options.token === 'function') return exchange(path, init, true);
    if (!response.ok) throw await errorOf(response);
    return response;
  }

  async function call(name: OperationName, input: object = {}, { signal }: CallOptions = {}): Promise<Response> {
    const { method, path, rest } = address(name, input);
    const abort = signal ? { signal } : {};
    if (method === 'GET' || method === 'DELETE') return exchange(path + queryOf(rest), { method, ...abort });
    const headers = { 'content-type': 'application/json' };
    return exchange(path, { method, headers, body: JSON.stringify(rest), ...abort });
  }

  const calls = Object.fromEntries(
    Object.keys(routes).map((name) => [
      name,
      async (input?: object, ask?: CallOptions) => (await call(name as OperationName, input, ask)).json(),
    ]),
  ) as Record<JsonOperation, never>;

  return {
    ...calls,
    url,
    async readAt(name, ...[input, ask]) {
      const response = await call(name, input as object, ask as CallOptions);
      return { value: (await response.json()) as never, position: response.headers.get('deskkit-seq') ?? '0' };
    },
    async addAttachment({ name, type, bytes }, { signal } = {}) {
      const headers = { 'content-type': type || 'application/octet-stream' };
      const init = { method: 'POST', headers, body: bytes, ...(signal ? { signal } : {}) };
      return (await exchange(`/attachments${queryOf({ name })}`, init)).json() as never;
    },
    async *stream(name, after, { signal }) {
      const { path } = address(name, {});
      const headers = { accept: 'text/event-stream', 'last-event-id': after };
      const response = await exchange(path, { method: 'GET', headers, signal });
      yield* readServerSentEvents(response);
    },
  };
}

function address(name: OperationName, input: object): { method: string; path: string; rest: Record<string, unknown> } {
  const [method = 'GET', pattern = ''] = routes[name].split(' ');
  const rest: Record<string, unknown> = { ...input };
  const path = pattern.replace(/:(\w+)/g, (_, key: string) => {
    const value = String(rest[key]);
    delete rest[key];
    return encodeURIComponent(value);
  });
  return { method, path, rest };
}

function queryOf(values: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.append(name, String(value));
  const text = query.toString();
  return text && `?${text}`;
}

async function reach(send: () => Promise<Response>, signal: AbortSignal | null | undefined): Promise<Response> {
  try {
    return await send();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, 'unreachable', { title: 'The desk cannot be reached' }, { cause: error });
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  try {
    const problem = (await response.json()) as Record<string, unknown>;
    if (typeof problem.code === 'string') return new ApiError(response.status, problem.code, problem);
  } catch {
    // Not a problem document: something between here and the desk answered.
  }
  return new ApiError(response.status, 'unexpected-answer');
}
