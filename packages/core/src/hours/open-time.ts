import { type Instant, toInstant } from '../shared/instant.ts';
import type { BusinessHours } from './business-hours.ts';
import { openingsBetween } from './opening.ts';

/** Whether somebody answers at that moment. */
export function isOpenAt(hours: BusinessHours, at: Instant): boolean {
  const time = Date.parse(at);
  return !openingsBetween(hours, time, time + 1).next().done;
}

/** The first open moment from `at` on, which is `at` itself while open; `null` when there is none within 60 days. */
export function nextOpening(hours: BusinessHours, at: Instant): Instant | null {
  const time = Date.parse(at);
  for (const opening of openingsBetween(hours, time, time + 60 * 24 * 60 * 60_000)) return toInstant(opening.from);
  return null;
}

/** How many minutes are open between two moments, with fractions; 0 when `to` is not after `from`. */
export function openMinutesBetween(hours: BusinessHours, from: Instant, to: Instant): number {
  let milliseconds = 0;
  for (const opening of openingsBetween(hours, Date.parse(from), Date.parse(to))) {
    milliseconds += opening.to - opening.from;
  }
  return milliseconds / 60_000;
}
