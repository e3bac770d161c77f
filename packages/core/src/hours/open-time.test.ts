import { describe, expect, it } from 'vitest';
import { type Instant, toInstant } from '../shared/instant.ts';
import { isOpenAt, nextOpening, openMinutesBetween } from './open-time.ts';
import { refuseHours } from './refuse-hours.ts';
import { daily, weekly } from './testing/build-hours.ts';

const day = 24 * 60 * 60_000;

function instant(text: string): Instant {
  return toInstant(Date.parse(text));
}

const office = weekly('Europe/Berlin', {
  monday: '09:00-12:00 13:00-17:00',
  tuesday: '09:00-17:00',
  friday: '18:00-24:00',
  saturday: '00:00-02:00',
});
const lordHowe = daily('Australia/Lord_Howe', '01:45-02:15');
const night = daily('Europe/Berlin', '02:15-02:45');

describe('isOpenAt', () => {
  it.each([
    ['just before it opens', office, '2026-01-26T08:59:59.999+01:00', false],
    ['when it opens', office, '2026-01-26T09:00:00+01:00', true],
    ['just before the break', office, '2026-01-26T11:59:59.999+01:00', true],
    ['in the break', office, '2026-01-26T12:00:00+01:00', false],
    ['at the end of the day', office, '2026-01-26T17:00:00+01:00', false],
    ['in summer', office, '2026-07-27T09:00:00+02:00', true],
    ['on a day without hours', office, '2026-01-28T10:00:00+01:00', false],
    ['just before midnight, up to 24:00', office, '2026-01-30T23:59:59.999+01:00', true],
    ['at midnight, from 00:00', office, '2026-01-31T00:00:00+01:00', true],
    [
      'at midnight, after 24:00 alone',
      weekly('Europe/Berlin', { friday: '18:00-24:00' }),
      '2026-01-31T00:00+01:00',
      false,
    ],
    ['in Nepal, at a quarter', daily('Asia/Kathmandu', '09:00-17:00'), '2026-01-26T03:15:00Z', true],
    ['in Nepal, a minute early', daily('Asia/Kathmandu', '09:00-17:00'), '2026-01-26T03:14:00Z', false],
    [
      'where it is still yesterday',
      weekly('Pacific/Honolulu', { sunday: '00:00-24:00' }),
      '2026-01-26T09:59:00Z',
      true,
    ],
    [
      'where it is already tomorrow',
      weekly('Pacific/Auckland', { tuesday: '00:00-24:00' }),
      '2026-01-26T11:00:00Z',
      true,
    ],
    ['on a holiday', daily('Asia/Tokyo', '00:00-24:00', ['2026-01-01']), '2025-12-31T15:00:00Z', false],
    ['before that holiday', daily('Asia/Tokyo', '00:00-24:00', ['2026-01-01']), '2025-12-31T14:59:00Z', true],
    ['after that holiday', daily('Asia/Tokyo', '00:00-24:00', ['2026-01-01']), '2026-01-01T15:00:00Z', true],
    ['the first time that a clock shows it', night, '2026-10-25T02:30:00+02:00', true],
    ['between the two times', night, '2026-10-25T02:50:00+02:00', false],
    ['the second time', night, '2026-10-25T02:30:00+01:00', true],
    ['before 1970', daily('Africa/Monrovia', '09:00-17:00'), '1965-01-04T09:44:30Z', true],
    ['a second before that', daily('Africa/Monrovia', '09:00-17:00'), '1965-01-04T09:44:29Z', false],
  ])('%s', (_, hours, at, isOpen) => {
    expect(refuseHours(hours)).toBeUndefined();
    expect(isOpenAt(hours, instant(at))).toBe(isOpen);
  });
});

describe('nextOpening', () => {
  it.each([
    ['now, while open', office, '2026-01-26T09:00:00.001+01:00', '2026-01-26T09:00:00.001+01:00'],
    ['later today', office, '2026-01-26T07:00:00+01:00', '2026-01-26T09:00:00+01:00'],
    ['after the break', office, '2026-01-26T12:00:00+01:00', '2026-01-26T13:00:00+01:00'],
    ['tomorrow', office, '2026-01-26T17:00:00+01:00', '2026-01-27T09:00:00+01:00'],
    ['next week', office, '2026-01-31T02:00:00+01:00', '2026-02-02T09:00:00+01:00'],
    [
      'over the change to summer time',
      weekly('Europe/Berlin', { monday: '09:00-17:00' }),
      '2026-03-27T12:00:00+01:00',
      '2026-03-30T09:00:00+02:00',
    ],
    [
      'where the clocks skip it, when they come back',
      daily('Europe/Berlin', '02:15-03:15'),
      '2026-03-29T01:00:00+01:00',
      '2026-03-29T03:00:00+02:00',
    ],
    ['where the clocks skip all of it, the day after', night, '2026-03-29T01:00:00+01:00', '2026-03-30T02:15:00+02:00'],
    ['the second time round', night, '2026-10-25T02:45:00+02:00', '2026-10-25T02:15:00+01:00'],
    ['where the clocks move by half an hour', lordHowe, '2026-10-04T02:00:00+10:30', '2026-10-05T01:45:00+11:00'],
    ['and back by half an hour', lordHowe, '2026-04-05T02:00:00+11:00', '2026-04-05T01:45:00+10:30'],
    [
      'after a day that a country left out',
      weekly('Pacific/Apia', { friday: '09:00-17:00', saturday: '10:00-11:00' }),
      '2011-12-29T20:00:00-10:00',
      '2011-12-31T10:00:00+14:00',
    ],
    [
      'after the holidays',
      daily('UTC', '09:00-17:00', ['2026-12-25', '2026-12-26']),
      '2026-12-24T17:00:00Z',
      '2026-12-27T09:00:00Z',
    ],
  ])('%s', (_, hours, at, opensAt) => {
    expect(nextOpening(hours, instant(at))).toBe(instant(opensAt));
  });

  it('is none where there is none within 60 days', () => {
    const sixty = Array.from({ length: 60 }, (_, index) => toInstant(index * day).slice(0, 10));
    expect(nextOpening(daily('UTC', ''), instant('2026-01-26T09:00:00Z'))).toBeNull();
    expect(nextOpening(daily('UTC', '00:00-24:00', sixty), toInstant(0))).toBeNull();
    expect(nextOpening(daily('UTC', '00:00-24:00', sixty), toInstant(1))).toBe('1970-03-02T00:00:00.000Z');
  });
});

describe('openMinutesBetween', () => {
  it.each([
    ['a day', office, '2026-01-26T00:00:00+01:00', '2026-01-27T00:00:00+01:00', 7 * 60],
    ['a week', office, '2026-01-26T00:00:00+01:00', '2026-02-02T00:00:00+01:00', (7 + 8 + 6 + 2) * 60],
    ['part of a minute', office, '2026-01-26T09:00:00+01:00', '2026-01-26T09:00:30+01:00', 0.5],
    ['the other way round', office, '2026-01-27T00:00:00+01:00', '2026-01-26T00:00:00+01:00', 0],
    [
      'a day of 23 hours',
      daily('Europe/Berlin', '00:00-24:00'),
      '2026-03-29T00:00:00+01:00',
      '2026-03-30T00:00:00+02:00',
      23 * 60,
    ],
    [
      'a day of 25 hours',
      daily('Europe/Berlin', '00:00-24:00'),
      '2026-10-25T00:00:00+02:00',
      '2026-10-26T00:00:00+01:00',
      25 * 60,
    ],
    ['an hour shown twice', night, '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 60],
    ['an hour never shown', night, '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 0],
    [
      'a year without a pause',
      daily('Australia/Lord_Howe', '00:00-24:00'),
      '2026-01-01T00:00:00Z',
      '2027-01-01T00:00:00Z',
      365 * 24 * 60,
    ],
  ])('%s', (_, hours, from, to, minutes) => {
    expect(openMinutesBetween(hours, instant(from), instant(to))).toBe(minutes);
  });
});
