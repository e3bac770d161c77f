import { ApiError } from './api-error.ts';
import { pause, retryPause } from './follow.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Makes a POST safe to repeat, and so it is tried again by itself: the desk does it once. */
  readonly idempotencyKey?: string;
}

export interface ClientOptions {
  /** Where the API is, with `/v1`: `https://desk.example/v1`. */
  readonly url: string;
  /** The token, or what gets it; asked again with `renew` when the desk no longer takes the last one. */
  readonly token?: string | ((ask: { readonly renew: boolean }) => string | Promise<string>);
  /** Sent with every request: `{'deskkit-workspace': …}` with a host's key. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** How often what is safe to repeat is tried again when the desk is away or busy; 2 unless told otherwise. */
  readonly retries?: number;
}

/** What `fetch` is told, as far as the client uses it. */
interface Sending {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: NonNullable<RequestInit['body']>;
  readonly signal?: AbortSignal;
}

export interface Calls<Name extends string> {
  call(name: Name, input?: object, options?: CallOptions): Promise<Response>;
  /** One exchange, repeated by itself where that is safe. */
  exchange(path: string, sending: Sending, options?: CallOptions): Promise<Response>;
  /** One exchange that is not repeated, but for a token that had run out. */
  once(path: string, sending: Sending): Promise<Response>;
  /** Headers with the token of now. */
  authorised(headers: Readonly<Record<string, string>>, renew?: boolean): Promise<Record<string, string>>;
  readonly url: string;
}

/** Sends requests with a token that is renewed when it has run out, and repeats what is safe to repeat. */
export function createCalls<Name extends string>(
  routes: Readonly<Record<Name, string>>,
  options: ClientOptions,
): Calls<Name> {
  const url = options.url.replace(/\/$/, '');
  const send = options.fetch ?? ((target: string, init: RequestInit) => fetch(target, init));
  const retries = options.retries ?? 2;
  let token: string | undefined;

  async function tokenFor(renew: boolean): Promise<string | undefined> {
    if (typeof options.token !== 'function') return options.token;
    if (renew || token === undefined) token = await options.token({ renew });
    return token;
  }

  async function authorised(headers: Readonly<Record<string, string>>, renew = false): Promise<Record<string, string>> {
    const held = await tokenFor(renew);
    return { ...options.headers, ...headers, ...(held ? { authorization: `Bearer ${held}` } : {}) };
  }

  async function once(path: string, init: Sending, renew = false): Promise<Response> {
    const headers = await authorised(init.headers ?? {}, renew);
    const response = await reach(() => send(url + path, { ...init, headers }), init.signal);
    if (response.status === 401 && !renew && typeof options.token === 'function') return once(path, init, true);
    if (!response.ok) throw await errorOf(response);
    return response;
  }

  async function exchange(path: string, init: Sending, { idempotencyKey }: CallOptions = {}): Promise<Response> {
    const key: Record<string, string> = idempotencyKey ? { 'idempotency-key': idempotencyKey } : {};
    const keyed = { ...init, headers: { ...init.headers, ...key } };
    const isSafe = init.method === 'GET' || idempotencyKey !== undefined;
    for (let failures = 1; ; failures++) {
      try {
        return await once(path, keyed);
      } catch (error) {
        if (!isSafe || failures > retries || !(error instanceof ApiError && error.retryable)) throw error;
        await pause(error.retryAfter ?? retryPause(failures), init.signal ?? undefined);
        if (init.signal?.aborted) throw error;
      }
    }
  }

  function call(name: Name, input: object = {}, ask: CallOptions = {}): Promise<Response> {
    const { method, path, rest } = address(routes[name], input);
    const abort = ask.signal ? { signal: ask.signal } : {};
    if (method === 'GET' || method === 'DELETE') return exchange(path + queryOf(rest), { method, ...abort }, ask);
    const headers = { 'content-type': 'application/json' };
    return exchange(path, { method, headers, body: JSON.stringify(rest), ...abort }, ask);
  }

  return { call, exchange, once, authorised, url };
}

/** Method and path of a route with `input` put into its path; `rest` is what remains of the input. */
export function address(
  route: string,
  input: object,
): { readonly method: string; readonly path: string; readonly rest: Record<string, unknown> } {
  const [method = 'GET', pattern = ''] = route.split(' ');
  const rest: Record<string, unknown> = { ...input };
  const path = pattern.replace(/:(\w+)/g, (_, key: string) => {
    const value = String(rest[key]);
    delete rest[key];
    return encodeURIComponent(value);
  });
  return { method, path, rest };
}

export function queryOf(values: Record<string, unknown>): string {
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
    throw unreachable(error);
  }
}

export function unreachable(cause: unknown): ApiError {
  return new ApiError(0, 'unreachable', { title: 'The desk cannot be reached' }, { cause });
}

export async function errorOf(response: Response): Promise<ApiError> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const more = Number.isFinite(seconds) ? { retryAfter: seconds * 1000 } : {};
  try {
    const problem = (await response.json()) as Record<string, unknown>;
    if (typeof problem.code === 'string') return new ApiError(response.status, problem.code, problem, more);
  } catch {
    // Not a problem document: something between here and the desk answered.
  }
  return new ApiError(response.status, 'unexpected-answer', {}, more);
}
