import { type BusinessHours, minutesOf, weekdays } from './business-hours.ts';
import { stretchesOf } from './zone-offset.ts';

/** A time during which a team answers, in milliseconds since 1970: from `from` until just before `to`. */
export interface Opening {
  readonly from: number;
  readonly to: number;
}

const day = 24 * 60 * 60_000;

/**
 * The openings between two times, in order and cut to them; they may touch. Expects hours that `refuseHours` lets
 * pass. Takes time in proportion to the days looked at.
 */
export function* openingsBetween(hours: BusinessHours, from: number, to: number): Generator<Opening> {
  const week = weekdays.map((weekday) =>
    hours.week[weekday].map((span) => [timeOf(span.from), timeOf(span.to)] as const),
  );
  const holidays = new Set(hours.holidays);
  for (const stretch of stretchesOf(hours.timeZone, from, to)) {
    // Within a stretch the clocks run evenly, so a day on them is a day in UTC, moved.
    const lastDay = Math.floor((stretch.to - 1 + stretch.offset) / day);
    for (let date = Math.floor((stretch.from + stretch.offset) / day); date <= lastDay; date++) {
      const midnight = date * day - stretch.offset;
      if (holidays.has(new Date(date * day).toISOString().slice(0, 10))) continue;
      for (const [start, end] of week[weekdayOf(date)] ?? []) {
        const opening = { from: Math.max(midnight + start, stretch.from), to: Math.min(midnight + end, stretch.to) };
        if (opening.from < opening.to) yield opening;
      }
    }
  }
}

function timeOf(time: string): number {
  return (minutesOf(time) ?? 0) * 60_000;
}

/** The place in `weekdays` of a day, counted from 1 January 1970, a Thursday. */
function weekdayOf(date: number): number {
  return (((date + 3) % 7) + 7) % 7;
}
