import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BusinessHours, minutesOf, type OpenHours, weekdays } from './business-hours.ts';
import { refuseHours } from './refuse-hours.ts';
import { daily } from './testing/build-hours.ts';

const none = daily('Europe/Lisbon', '');

function onTuesdays(...spans: readonly (readonly [string, string])[]): BusinessHours {
  return { ...none, week: { ...none.week, tuesday: spans.map(([from, to]) => ({ from, to })) } };
}

describe('refuseHours', () => {
  it.each([
    ['no open time at all', none],
    ['a plain day', onTuesdays(['09:00', '17:30'])],
    ['a break', onTuesdays(['09:00', '12:00'], ['13:00', '17:00'])],
    ['spans that touch', onTuesdays(['00:00', '12:00'], ['12:00', '24:00'])],
    ['one minute', onTuesdays(['23:59', '24:00'])],
    ['a holiday', { ...none, holidays: ['2026-12-25', '2028-02-29', '2026-12-25'] }],
    ['UTC', { ...none, timeZone: 'UTC' }],
    ['a zone of three parts', { ...none, timeZone: 'America/Argentina/Ushuaia' }],
  ])('takes %s', (_, hours) => {
    expect(refuseHours(hours)).toBeUndefined();
  });

  it.each([
    ['an unknown zone', { ...none, timeZone: 'Europe/Atlantis' }, 'timeZone', 'time-zone-unknown'],
    ['no zone', { ...none, timeZone: '' }, 'timeZone', 'time-zone-unknown'],
    ['an offset for a zone', { ...none, timeZone: '+01:00' }, 'timeZone', 'time-zone-unknown'],
    ['a time without its zero', onTuesdays(['9:00', '12:00']), 'week.tuesday.0.from', 'time-malformed'],
    ['a time with seconds', onTuesdays(['09:00', '12:00:00']), 'week.tuesday.0.to', 'time-malformed'],
    ['minutes beyond 59', onTuesdays(['09:60', '12:00']), 'week.tuesday.0.from', 'time-malformed'],
    ['hours beyond 24', onTuesdays(['09:00', '25:00']), 'week.tuesday.0.to', 'time-malformed'],
    ['a time beyond 24:00', onTuesdays(['09:00', '24:01']), 'week.tuesday.0.to', 'time-malformed'],
    ['24:00 for a beginning', onTuesdays(['24:00', '24:00']), 'week.tuesday.0.from', 'time-malformed'],
    ['an empty span', onTuesdays(['09:00', '09:00']), 'week.tuesday.0.to', 'span-empty'],
    ['a span over midnight', onTuesdays(['22:00', '06:00']), 'week.tuesday.0.to', 'span-empty'],
    ['an overlap', onTuesdays(['09:00', '12:01'], ['12:00', '13:00']), 'week.tuesday.1.from', 'spans-overlap'],
    ['a wrong order', onTuesdays(['13:00', '17:00'], ['09:00', '12:00']), 'week.tuesday.1.from', 'spans-overlap'],
    ['a day that is none', { ...none, holidays: ['2026-01-01', '2026-02-29'] }, 'holidays.1', 'day-unknown'],
    ['too many spans', onTuesdays(...Array(25).fill(['09:00', '10:00'])), 'week.tuesday', 'too-many-spans'],
    ['too many holidays', { ...none, holidays: Array(1_001).fill('2026-01-01') }, 'holidays', 'too-many-holidays'],
  ] as const)('refuses %s', (_, hours, path, because) => {
    expect(refuseHours(hours)).toEqual({ code: 'hours-invalid', path, because });
  });

  it('takes spans exactly when each begins before it ends and after the one before', () => {
    const time = fc.constantFrom('00:00', '00:01', '09:00', '09:01', '17:00', '23:59', '24:00');
    const span: fc.Arbitrary<OpenHours> = fc.record({ from: time, to: time });
    fc.assert(
      fc.property(fc.constantFrom(...weekdays), fc.array(span, { maxLength: 4 }), (weekday, spans) => {
        const times = spans.flatMap(({ from, to }) => [minutesOf(from) ?? 0, minutesOf(to) ?? 0]);
        const isInOrder = times.every((minutes, index) => {
          const before = times[index - 1] ?? 0;
          return index % 2 === 1 ? before < minutes : before <= minutes && minutes < 1_440;
        });
        const refusal = refuseHours({ ...none, week: { ...none.week, [weekday]: spans } });
        expect(refusal === undefined).toBe(isInOrder);
        if (refusal) expect(refusal.path).toMatch(new RegExp(`^week\\.${weekday}\\.\\d\\.(from|to)$`));
      }),
      { numRuns: 1_000 },
    );
  });
});
