/** A request as the API needs it, whatever server it came through. */
export interface ApiRequest {
  readonly method: string;
  /** Below the place where the API is mounted, beginning with `/v1/`; still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  header(name: string): string | undefined;
  /** The body, once. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** What a host's own parser made of the body, where it has already read it. */
  readonly parsed?: unknown;
  /** Aborted when the caller is gone. */
  readonly stop: AbortSignal;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, chunks as they come, or nothing. */
  readonly body: string | AsyncIterable<Uint8Array> | null;
}
