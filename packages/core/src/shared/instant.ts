import type { Brand } from './brand.ts';

/** A moment as ISO 8601 in UTC with milliseconds, so that text order is time order: `2026-01-31T09:00:00.000Z`. */
export type Instant = Brand<string, 'Instant'>;

/** Where the time comes from; passed in, so that tests can move it. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => toInstant(Date.now()) };

/** From milliseconds since 1970. */
export function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

/** Reads any ISO 8601 date-time with an offset; `undefined` when it is none. */
export function parseInstant(text: string): Instant | undefined {
  const milliseconds = Date.parse(text);
  return /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(text) && Number.isFinite(milliseconds)
    ? toInstant(milliseconds)
    : undefined;
}

export function plus(at: Instant, milliseconds: number): Instant {
  return toInstant(Date.parse(at) + milliseconds);
}
