import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notWaiting } from '../storage/conversation-query.ts';
import { cursorOf, parseCursor } from './cursor.ts';

describe('a cursor', () => {
  it('gives the place back, also those of conversations that nobody waits for', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (place) => parseCursor(cursorOf(place)) === place));
    expect(parseCursor(cursorOf(notWaiting - 1))).toBe(notWaiting - 1);
  });

  it('may be absent', () => {
    expect(parseCursor(undefined)).toBeUndefined();
  });

  it.each(['', '-1', '1.5', 'A', '01', ' 1', '1\n', 'zzzzzzzzzzz', 'zzzzzzzzzzzz', 'é', '__proto__'])(
    'is not %j',
    (text) => {
      expect(parseCursor(text)).toBe('bad');
    },
  );
});
