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
  const [, date] = /^(\d{4}-\d\d-\d\d)T.*(?:Z|[+-]\d\d:?\d\d)$/.exec(text) ?? [];
  if (!date || !Number.isFinite(milliseconds)) return undefined;
  // Engines read 30 February as 2 March.
  if (toInstant(Date.parse(date)).slice(0, date.length) !== date) return undefined;
  const instant = toInstant(milliseconds);
  // Beyond the years 0 to 9999 the text grows, and its order would no longer be that of time.
  return /^\d/.test(instant) ? instant : undefined;
}

export function plus(at: Instant, milliseconds: number): Instant {
  return toInstant(Date.parse(at) + milliseconds);
}
