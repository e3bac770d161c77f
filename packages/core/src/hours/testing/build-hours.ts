import { type BusinessHours, type OpenHours, type Weekday, weekdays } from '../business-hours.ts';

/** The same on every day of the week: `09:00-12:00 13:00-17:00`. */
export function daily(timeZone: string, times: string, holidays: readonly string[] = []): BusinessHours {
  return { timeZone, week: everyDay(spansOf(times)), holidays };
}

/** Closed on the days that are not named. */
export function weekly(timeZone: string, times: Partial<Record<Weekday, string>>): BusinessHours {
  const week = { ...everyDay<readonly OpenHours[]>([]) };
  for (const weekday of weekdays) week[weekday] = spansOf(times[weekday] ?? '');
  return { timeZone, week, holidays: [] };
}

export function everyDay<Value>(value: Value): Record<Weekday, Value> {
  return {
    monday: value,
    tuesday: value,
    wednesday: value,
    thursday: value,
    friday: value,
    saturday: value,
    sunday: value,
  };
}

export function spansOf(times: string): OpenHours[] {
  return times
    .split(' ')
    .filter(Boolean)
    .map((span) => ({ from: span.slice(0, 5), to: span.slice(6) }));
}
