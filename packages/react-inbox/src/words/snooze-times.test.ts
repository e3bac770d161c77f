import { describe, expect, it } from 'vitest';
import { snoozeTimes } from './snooze-times.ts';

const at = (day: number, hour: number) => new Date(2026, 0, day, hour, 20).getTime();
const kinds = (now: number) => snoozeTimes(now).map(({ kind }) => kind);

describe('the times to snooze until', () => {
  it('are later today, tomorrow and Monday, at nine in the morning', () => {
    const times = snoozeTimes(at(7, 10));
    expect(times.map(({ kind }) => kind)).toEqual(['laterToday', 'tomorrow', 'monday']);
    expect(times.map(({ until }) => new Date(until).toString())).toEqual(
      [new Date(2026, 0, 7, 13), new Date(2026, 0, 8, 9), new Date(2026, 0, 12, 9)].map(String),
    );
  });
  it('leave out later today when that is tomorrow', () => {
    expect(kinds(at(7, 22))).toEqual(['tomorrow', 'monday']);
  });
  it('name tomorrow once when it is a Monday', () => {
    expect(kinds(at(11, 10))).toEqual(['laterToday', 'tomorrow']);
  });
  it('mean the next Monday on a Monday', () => {
    const monday = snoozeTimes(at(12, 10)).find(({ kind }) => kind === 'monday');
    expect(new Date(monday?.until ?? 0).getDate()).toBe(19);
  });
});
