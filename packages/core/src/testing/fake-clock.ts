import { type Clock, type Instant, plus } from '../shared/instant.ts';

/** A clock that stands still until it is moved. */
export interface FakeClock extends Clock {
  pass(milliseconds: number): void;
}

export function createFakeClock(start = '2026-01-31T09:00:00.000Z' as Instant): FakeClock {
  let now = start;
  return {
    now: () => now,
    pass(milliseconds) {
      now = plus(now, milliseconds);
    },
  };
}
