import { expect } from 'vitest';
import { faultsOf } from './described.ts';
import type { TestApi } from './open-test-api.ts';
import type { Mounted } from './ways.ts';

/** What a caller got, with the body read. */
interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

interface Sending {
  readonly token?: string;
  readonly json?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls a mounted API as its callers do. */
export interface ApiCaller {
  call(route: string, sending?: Sending): Promise<Answered>;
  /** The same, where a refusal is expected: and nothing has been written. */
  refused(
    route: string,
    sending: Sending,
    expected: { readonly status: number; readonly code: string },
  ): Promise<Answered>;
  open(route: string, sending: Sending & { readonly signal: AbortSignal }): Promise<Response>;
}

export function createApiCaller(mounted: Mounted, test: TestApi): ApiCaller {
  const open = (
    route: string,
    { token, json, raw, headers = {}, signal }: Sending & { readonly signal?: AbortSignal },
  ) => {
    const [method = '', path = ''] = route.split(' ');
    const body = json === undefined ? raw : JSON.stringify(json);
    return mounted.fetch(
      new Request(`${mounted.base}/v1${path}`, {
        method,
        headers: {
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
      }),
    );
  };
  const call: ApiCaller['call'] = async (route, sending = {}) => {
    const response = await open(route, sending);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    const json = isJson ? JSON.parse(text) : undefined;
    const [method = '', target = ''] = route.split(' ');
    const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
    const asked = { method, path: target.split('?')[0] ?? '' };
    // A host that reads the body itself answers broken ones in its own words.
    if (isJson) expect(faultsOf(asked, { status: response.status, type, json })).toEqual([]);
    return { status: response.status, headers: response.headers, text, json };
  };
  return {
    call,
    open,
    async refused(route, sending, { status, code }) {
      const before = await test.position();
      const answered = await call(route, sending);
      expect({ status: answered.status, code: answered.json?.code }).toEqual({ status, code });
      expect(answered.headers.get('content-type')).toBe('application/problem+json');
      expect(await test.position()).toBe(before);
      return answered;
    },
  };
}
