import type { Contract } from '../api/contract.ts';
import type { GivenBy, SentTo } from '../api/operation.ts';
import { type OperationName, routes } from '../api/routes.ts';
import { widgetRoutes } from '../api/widget-routes.ts';
import { address, type CallOptions, type Calls, type ClientOptions, createCalls, queryOf } from './calls.ts';
import { readServerSentEvents, type ServerSentEvent } from './server-sent-events.ts';
import { sendWithProgress, type Upload, type UploadOptions } from './upload.ts';

type Streaming = 'streamEvents' | 'streamWidgetEvents';
type Raw =
  | 'addAttachment'
  | 'addWidgetAttachment'
  | 'handInMail'
  | 'handInProviderMail'
  | 'downloadFile'
  | 'getOriginal';
export type JsonOperation = Exclude<OperationName, Streaming | Raw>;

type Arguments<Name extends OperationName> =
  Record<never, never> extends SentTo<Contract[Name]>
    ? [input?: SentTo<Contract[Name]>, options?: CallOptions]
    : [input: SentTo<Contract[Name]>, options?: CallOptions];

/** A typed function for each of these JSON operations. Rejects with `ApiError`. */
export type CallsOf<Name extends OperationName> = {
  readonly [Key in Extract<Name, JsonOperation>]: (...args: Arguments<Key>) => Promise<GivenBy<Contract[Key]>>;
};

/** A typed function for each JSON operation of the API. Rejects with `ApiError`. */
export type ApiCalls = CallsOf<OperationName>;

interface Beside<Name extends OperationName> {
  /** A read and the log's position before it, to begin a stream at. */
  readAt<Key extends Extract<Name, JsonOperation>>(
    name: Key,
    ...args: Arguments<Key>
  ): Promise<{ readonly value: GivenBy<Contract[Key]>; readonly position: string }>;
  /** Hands in a file. */
  addAttachment(file: Upload, options?: UploadOptions): Promise<GivenBy<Contract['addAttachment']>>;
  /** Server-sent events behind a position, until the far end or `signal` ends them. */
  stream(
    name: Extract<Name, Streaming>,
    after: string,
    options: Required<Pick<CallOptions, 'signal'>>,
  ): AsyncGenerator<ServerSentEvent>;
  /** Where the API is, for the links that it gives. */
  readonly url: string;
}

/** The whole API, for teammates, integrators and hosts. */
export interface ApiClient extends ApiCalls, Beside<OperationName> {}

/** What a visitor may call: so much of the API and no more comes into the page. */
export interface VisitorClient extends CallsOf<keyof typeof widgetRoutes>, Beside<keyof typeof widgetRoutes> {}

export function createClient(options: ClientOptions): ApiClient {
  return connect(routes, options, 'addAttachment') as ApiClient;
}

export function createVisitorClient(options: ClientOptions): VisitorClient {
  return connect(widgetRoutes, options, 'addWidgetAttachment') as VisitorClient;
}

function connect(routes: Readonly<Record<string, string>>, options: ClientOptions, attachments: string): object {
  const calls = createCalls(routes, options);
  const named = Object.keys(routes).map((name) => [
    name,
    async (input?: object, ask?: CallOptions) => (await calls.call(name, input, ask)).json(),
  ]);
  return {
    ...Object.fromEntries(named),
    url: calls.url,
    async readAt(name: string, input?: object, ask?: CallOptions) {
      const response = await calls.call(name, input, ask);
      return { value: await response.json(), position: response.headers.get('deskkit-seq') ?? '0' };
    },
    addAttachment: (file: Upload, ask: UploadOptions = {}) => upload(calls, routes[attachments] ?? '', file, ask),
    async *stream(name: string, after: string, { signal }: Required<Pick<CallOptions, 'signal'>>) {
      const headers = { accept: 'text/event-stream', 'last-event-id': after };
      const { path } = address(routes[name] ?? '', {});
      // Who follows a stream tries again by itself, from where it is then.
      yield* readServerSentEvents(await calls.once(path, { method: 'GET', headers, signal }));
    },
  };
}

async function upload(
  calls: Calls<string>,
  route: string,
  { name, type, bytes }: Upload,
  ask: UploadOptions,
): Promise<unknown> {
  const path = address(route, {}).path + queryOf({ name });
  const headers = { 'content-type': type || 'application/octet-stream' };
  if (ask.onProgress && typeof XMLHttpRequest !== 'undefined') {
    const send = { headers: await calls.authorised(headers), body: bytes };
    return sendWithProgress(calls.url + path, send, ask);
  }
  const abort = ask.signal ? { signal: ask.signal } : {};
  const response = await calls.exchange(path, { method: 'POST', headers, body: bytes, ...abort });
  ask.onProgress?.(1);
  return response.json();
}
