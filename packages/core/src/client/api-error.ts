const brand = Symbol.for('deskkit.api-error');

/** What the desk answered instead of a result, or that it could not be reached (`code: 'unreachable'`, status 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly [brand] = true;

  constructor(
    readonly status: number,
    /** Stable; VOCABULARY's codes. */
    readonly code: string,
    /** The problem document (RFC 9457) with the refusal's data. */
    readonly problem: Readonly<Record<string, unknown>> = {},
    options: { readonly cause?: unknown; readonly retryAfter?: number } = {},
  ) {
    super(typeof problem.title === 'string' ? problem.title : code, options);
    this.retryAfter = options.retryAfter;
  }

  /** Milliseconds after which the desk wants to be asked again, where it said so. */
  readonly retryAfter: number | undefined;

  /** The same call may succeed later: the desk was away or busy, or could not be reached. */
  get retryable(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export function isApiError(error: unknown): error is ApiError {
  return typeof error === 'object' && error !== null && brand in error;
}
