import { type Instant, toInstant } from '@deskkit/core';

export interface SnoozeTime {
  readonly kind: 'laterToday' | 'tomorrow' | 'monday';
  readonly until: Instant;
}

/** The times that the menu offers, in the reader's own time zone; none that is over or said by another. */
export function snoozeTimes(now: number): readonly SnoozeTime[] {
  const laterToday = new Date(now);
  laterToday.setMinutes(0, 0, 0);
  laterToday.setHours(laterToday.getHours() + 3);
  const isToday = laterToday.toDateString() === new Date(now).toDateString();
  const tomorrow = morning(now, 1);
  const monday = morning(now, (8 - new Date(now).getDay()) % 7 || 7);
  return [
    ...(isToday ? [{ kind: 'laterToday', until: toInstant(laterToday.getTime()) } as const] : []),
    { kind: 'tomorrow', until: tomorrow },
    ...(monday === tomorrow ? [] : [{ kind: 'monday', until: monday } as const]),
  ];
}

function morning(now: number, days: number): Instant {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  date.setHours(9, 0, 0, 0);
  return toInstant(date.getTime());
}
