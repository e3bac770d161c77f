import { isDay } from '../shared/day.ts';
import { type BusinessHours, minutesOf, type OpenHours, weekdays } from './business-hours.ts';
import { isTimeZone } from './zone-offset.ts';

/** Why hours cannot be kept; `path` leads to the bad value: `week.monday.1.from`. */
export interface HoursRefusal {
  readonly code: 'hours-invalid';
  readonly path: string;
  readonly because:
    | 'time-zone-unknown'
    | 'time-malformed'
    | 'span-empty'
    | 'spans-overlap'
    | 'day-unknown'
    | 'too-many-spans'
    | 'too-many-holidays';
}

const maxSpansOfDay = 24;
const maxHolidays = 1_000;

/** The first fault of `hours`, or `undefined` when the other rules can work with them. */
export function refuseHours(hours: BusinessHours): HoursRefusal | undefined {
  if (!isTimeZone(hours.timeZone)) return fault('timeZone', 'time-zone-unknown');
  for (const weekday of weekdays) {
    const refusal = refuseSpans(hours.week[weekday], `week.${weekday}`);
    if (refusal) return refusal;
  }
  if (hours.holidays.length > maxHolidays) return fault('holidays', 'too-many-holidays');
  const holiday = hours.holidays.findIndex((day) => !isDay(day));
  return holiday === -1 ? undefined : fault(`holidays.${holiday}`, 'day-unknown');
}

function refuseSpans(spans: readonly OpenHours[], path: string): HoursRefusal | undefined {
  if (spans.length > maxSpansOfDay) return fault(path, 'too-many-spans');
  let end = 0;
  for (const [index, span] of spans.entries()) {
    const [from, to] = [minutesOf(span.from), minutesOf(span.to)];
    if (from === undefined || from === 24 * 60) return fault(`${path}.${index}.from`, 'time-malformed');
    if (to === undefined) return fault(`${path}.${index}.to`, 'time-malformed');
    if (from >= to) return fault(`${path}.${index}.to`, 'span-empty');
    if (from < end) return fault(`${path}.${index}.from`, 'spans-overlap');
    end = to;
  }
  return undefined;
}

function fault(path: string, because: HoursRefusal['because']): HoursRefusal {
  return { code: 'hours-invalid', path, because };
}
