import { describe, expect, it } from 'vitest';
import { isDay } from './day.ts';

describe('isDay', () => {
  it.each(['2026-01-31', '2024-02-29', '2000-02-29', '0000-01-01', '9999-12-31'])('takes %j', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '',
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-31T00:00:00Z',
    ' 2026-01-31',
    '2026-01-31\n',
    '+002026-01-31',
    '+010000-01',
    '٢٠٢٦-٠١-٣١',
  ])('does not take %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
