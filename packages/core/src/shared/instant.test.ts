import { describe, expect, it } from 'vitest';
import { parseInstant, plus, toInstant } from './instant.ts';

describe('parseInstant', () => {
  it.each([
    ['2026-01-31T09:00:00Z', '2026-01-31T09:00:00.000Z'],
    ['2026-01-31T09:00:00.123Z', '2026-01-31T09:00:00.123Z'],
    ['2026-01-31T09:00:00.123456Z', '2026-01-31T09:00:00.123Z'],
    ['2026-01-31T09:00Z', '2026-01-31T09:00:00.000Z'],
    ['2026-01-31T09:00:00+01:00', '2026-01-31T08:00:00.000Z'],
    ['2026-01-31T23:30:00-01:00', '2026-02-01T00:30:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('reads %j', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '',
    'now',
    '2026-01-31',
    '2026-01-31T09:00:00',
    '2026-01-31 09:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-01-31T25:00:00Z',
    '2026-01-31T09:00:00 (x) Z',
    '1769850000000',
    '9999-12-31T23:59:59-10:00',
    '0000-01-01T00:00:00+01:00',
  ])('does not take %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('instants', () => {
  it('have the order of their texts', () => {
    const times = [0, 1, 999, 1_000, 1_769_850_000_000].map(toInstant);
    expect([...times].sort()).toEqual(times);
    expect(plus(toInstant(0), 1_500)).toBe('1970-01-01T00:00:01.500Z');
  });
});
