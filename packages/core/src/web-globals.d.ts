/**
 * The web globals that the core relies on: every browser, Node, Deno, Bun and edge runtime has them. The core is
 * compiled without the DOM library and without Node's types, so what is not here cannot be used.
 */
interface CryptoKey {
  readonly type: string;
}

declare const crypto: {
  getRandomValues<T extends Uint8Array>(array: T): T;
  readonly subtle: {
    importKey(
      format: 'raw',
      key: Uint8Array,
      algorithm: { readonly name: string; readonly hash: string },
      extractable: boolean,
      usages: readonly 'sign'[],
    ): Promise<CryptoKey>;
    sign(algorithm: string, key: CryptoKey, data: Uint8Array): Promise<ArrayBuffer>;
    digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer>;
  };
};

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean });
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

declare function btoa(binary: string): string;
declare function atob(base64: string): string;

declare function setTimeout(callback: () => void, milliseconds?: number): unknown;
declare function clearTimeout(timer: unknown): void;

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly origin: string;
  readonly pathname: string;
  readonly searchParams: URLSearchParams;
}

declare class URLSearchParams {
  constructor(init?: string | Record<string, string>);
  append(name: string, value: string): void;
  forEach(callback: (value: string, name: string) => void): void;
  toString(): string;
}

declare class Headers {
  constructor(init?: Record<string, string>);
  get(name: string): string | null;
}

interface ReadableStreamDefaultReader<Value> {
  read(): Promise<{ readonly done: boolean; readonly value?: Value }>;
  cancel(reason?: unknown): Promise<void>;
}

interface ReadableStreamDefaultController<Value> {
  enqueue(value: Value): void;
  close(): void;
  error(reason?: unknown): void;
}

declare class ReadableStream<Value = unknown> {
  constructor(source: {
    pull?(controller: ReadableStreamDefaultController<Value>): void | Promise<void>;
    cancel?(reason?: unknown): void | Promise<void>;
  });
  getReader(): ReadableStreamDefaultReader<Value>;
}

interface RequestInit {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer> | Blob;
  readonly signal?: AbortSignal | null;
}

declare class Request {
  constructor(url: string, init?: RequestInit);
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
  readonly signal: AbortSignal;
}

declare class Response {
  constructor(
    body: string | ReadableStream<Uint8Array> | null,
    init?: { readonly status?: number; readonly headers?: Record<string, string> },
  );
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
  json(): Promise<unknown>;
  text(): Promise<string>;
}

declare function fetch(url: string, init?: RequestInit): Promise<Response>;

interface Blob {
  readonly size: number;
  readonly type: string;
}
