import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plus, toInstant } from '../shared/instant.ts';
import type { BusinessHours, OpenHours } from './business-hours.ts';
import { isOpenAt, nextOpening, openMinutesBetween } from './open-time.ts';
import { refuseHours } from './refuse-hours.ts';
import { daily, everyDay, spansOf } from './testing/build-hours.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Asks the clock of the zone itself, with nothing but its face: weekday, date and time. */
function faceOf(timeZone: string): (time: number) => { weekday: string; date: string; time: string } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => {
    const [, weekday = '', date, month, year, time = ''] =
      /^(\w+),? (\d\d)\/(\d\d)\/(\d{4}),? (\d\d:\d\d)$/.exec(format.format(at)) ?? [];
    return { weekday: weekday.toLowerCase(), date: `${year}-${month}-${date}`, time };
  };
}

function isOpenOnFace(hours: BusinessHours, { weekday, date, time }: ReturnType<ReturnType<typeof faceOf>>): boolean {
  if (hours.holidays.includes(date)) return false;
  const spans = Object.entries(hours.week).find(([name]) => name === weekday)?.[1] ?? [];
  return spans.some((span) => span.from <= time && time < span.to);
}

// Moments around which clocks change, by an hour or half of one, at two, at midnight or a minute after it, by a day.
const changes = [
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Pacific/Chatham', '2026-04-04T14:00Z'],
  ['America/St_Johns', '2010-03-14T03:31Z'],
  ['America/St_Johns', '2010-11-07T02:31Z'],
  ['America/Havana', '2026-03-08T05:00Z'],
  ['America/Havana', '2025-11-02T05:00Z'],
  ['Asia/Beirut', '2026-03-28T22:00Z'],
  ['Africa/Cairo', '2026-10-29T21:00Z'],
  ['Africa/Casablanca', '2026-02-15T02:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Asia/Kathmandu', '2026-01-31T18:15Z'],
  ['Asia/Kolkata', '2026-12-31T18:30Z'],
  ['UTC', '2026-06-01T00:00Z'],
] as const;

const times = [
  '00:00',
  '00:01',
  '00:30',
  '01:00',
  '01:45',
  '02:15',
  '02:30',
  '03:00',
  '04:10',
  '12:00',
  '23:01',
  '23:45',
  '24:00',
];
const spans = fc.subarray(times).map((chosen) =>
  chosen.flatMap((from, index): OpenHours[] => {
    const to = chosen[index + 1];
    return to !== undefined && index % 2 === 0 ? [{ from, to }] : [];
  }),
);
const touching = fc.constant(spansOf('00:00-02:15 02:15-24:00'));
const someSpans = fc.oneof(spans, touching);

describe('open time', () => {
  it('agree with a walk, minute by minute, over the face of the clock', () => {
    const week = fc.record(everyDay(someSpans));
    const faces = new Map(changes.map(([timeZone]) => [timeZone, faceOf(timeZone)]));
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        week,
        fc.integer({ min: -240, max: 200 }),
        fc.integer({ min: 1, max: 300 }),
        fc.subarray([-1, 0, 1]),
        ([timeZone, change], week, start, length, holidays) => {
          const around = Date.parse(change);
          const face = faces.get(timeZone) ?? faceOf(timeZone);
          const hours = { timeZone, week, holidays: holidays.map((offset) => face(around + offset * day).date) };
          expect(refuseHours(hours)).toBeUndefined();
          const from = toInstant(around + start * minute);

          const open: boolean[] = [];
          for (let walked = 0; walked < length; walked++) {
            open.push(isOpenOnFace(hours, face(around + (start + walked) * minute)));
          }
          expect(openMinutesBetween(hours, from, plus(from, length * minute))).toBe(open.filter(Boolean).length);

          const first = open.indexOf(true);
          const next = nextOpening(hours, from);
          if (first >= 0) expect(next).toBe(plus(from, first * minute));
          else expect(next === null || next >= plus(from, length * minute)).toBe(true);

          for (const walked of [0, Math.floor(length / 2), length - 1]) {
            expect(isOpenAt(hours, plus(from, walked * minute))).toBe(open[walked]);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([...new Set(changes.map(([timeZone]) => timeZone))])('agree with a walk over two years in %s', (timeZone) => {
    const hours = { ...daily(timeZone, '00:30-02:15 03:00-23:45'), holidays: ['2011-12-25', '2011-06-01'] };
    const face = faceOf(timeZone);
    const [from, to] = [Date.parse('2010-06-01T00:00Z'), Date.parse('2012-06-01T00:00Z')];
    let quarters = 0;
    for (let at = from; at < to; at += 15 * minute) if (isOpenOnFace(hours, face(at))) quarters++;
    // Until 2011 the clocks of Newfoundland changed a minute after midnight, between two quarters.
    const tolerance = timeZone === 'America/St_Johns' ? 60 : 0;
    expect(Math.abs(openMinutesBetween(hours, toInstant(from), toInstant(to)) - quarters * 15)).toBeLessThanOrEqual(
      tolerance,
    );
  });

  it('add up: two parts have the minutes of the whole', () => {
    const stretch = fc.integer({ min: 0, max: 20 * day });
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        someSpans,
        stretch,
        stretch,
        ([timeZone, change], spans, before, after) => {
          const middle = toInstant(Date.parse(change));
          const [first, last] = [plus(middle, -before), plus(middle, after)];
          const hours = {
            timeZone,
            week: { ...everyDay<OpenHours[]>([]), monday: spans, sunday: spans },
            holidays: [],
          };
          const parts = openMinutesBetween(hours, first, middle) + openMinutesBetween(hours, middle, last);
          expect(openMinutesBetween(hours, first, last)).toBeCloseTo(parts, 6);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
