import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { formatDay, formatMoment } from './format-day.ts';
import { localeFor } from './format-time.ts';

// A language of the system's own is one that Intl refuses.
beforeAll(() => void vi.stubGlobal('navigator', { languages: ['de-AT', 'en-US@posix'] }));
afterAll(() => void vi.unstubAllGlobals());

const noon = (day: number, year = 2026) => new Date(year, 2, day, 12).toISOString();

it('names days as people do, and gives the date when the day is long gone', () => {
  const day = (at: string) => formatDay(at, noon(20), 'en');
  expect([noon(20), noon(19), noon(18), noon(13), noon(13, 2025)].map(day)).toEqual([
    'Today',
    'Yesterday',
    'Wednesday',
    'Mar 13',
    'Mar 13, 2025',
  ]);
});

it('takes a message from a clock that is ahead for one of today', () => {
  expect(formatDay(noon(21), noon(20), 'en')).toBe('Today');
});

it('gives the time of what was today', () => {
  expect(formatMoment(noon(20), noon(20), 'en')).toMatch(/12:00/);
  expect(formatMoment(noon(19), noon(20), 'en')).toBe('Yesterday');
});

it.each([
  ['de', 'de-AT'],
  ['de-CH', 'de-CH'],
  ['en', 'en'],
  ['fr', 'fr'],
  ['en-US@posix', 'en'],
  ['', 'en'],
])('writes for %j as in %j', (locale, variety) => {
  expect(localeFor(locale)).toBe(variety);
});
