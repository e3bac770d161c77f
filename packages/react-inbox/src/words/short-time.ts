import type { Instant } from '@deskkit/core';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, as short as it can be said: `2 min`, `3 hr`, `Tue`, `3 Mar`, `3 Mar 2025`. */
export function shortTime(at: Instant, now: number, locale: string | undefined, justNow: string): string {
  const then = Date.parse(at);
  const passed = now - then;
  if (passed < minute) return justNow;
  if (passed < day) return span(passed, locale);
  const date = new Date(then);
  if (passed < 6 * day) return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(date);
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date);
}

/** A length of time in its largest unit: `6 min`, `3 hr`, `2 days`. */
export function span(milliseconds: number, locale: string | undefined): string {
  const [unit, size] =
    milliseconds < hour
      ? (['minute', minute] as const)
      : milliseconds < day
        ? (['hour', hour] as const)
        : (['day', day] as const);
  const value = Math.max(1, Math.floor(milliseconds / size));
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

/** The exact moment, for titles and screen readers. */
export function exactTime(at: Instant, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at));
}

/** `10:42`. */
export function clockTime(at: Instant, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(at));
}

/** A moment to come: the time alone today, the weekday within a week, else the date. */
export function comingTime(at: Instant, now: number, locale: string | undefined): string {
  const date = new Date(at);
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  const isToday = date.toDateString() === new Date(now).toDateString();
  const near = { weekday: 'short', ...time } as const;
  const far = { day: 'numeric', month: 'short', ...time } as const;
  const shown = isToday ? time : date.getTime() - now < 6 * day ? near : far;
  return new Intl.DateTimeFormat(locale, shown).format(date);
}
