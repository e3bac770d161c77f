import { formatTime, localeFor } from './format-time.ts';

/** `Today`, `Yesterday`, `Tuesday` within a week, else the date. */
export function formatDay(at: string, now: string, language: string): string {
  const locale = localeFor(language);
  const date = new Date(at);
  const days = Math.round((midnight(new Date(now)) - midnight(date)) / 86_400_000);
  if (days < 2) {
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.max(0, days), 'day');
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  }
  if (days < 7) return new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(date);
  const year = date.getFullYear() === new Date(now).getFullYear() ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year }).format(date);
}

/** The time for today, else the day. */
export function formatMoment(at: string, now: string, language: string): string {
  const isToday = midnight(new Date(at)) === midnight(new Date(now));
  return isToday ? formatTime(at, language) : formatDay(at, now, language);
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
