import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import { isUnread, moveMarker } from './read-marker.ts';

const messages = Array.from({ length: 10 }, () => newId('message'));
const place = (seq: number) => ({ message: seq > 0 ? (messages[seq - 1] ?? null) : null, seq });
const read = (seq: number) => ({ at: place(seq), below: place(seq - 1), unread: false });
const unread = (seq: number) => ({ ...read(seq), unread: true });

describe('a read marker', () => {
  it.each([
    [undefined, read(3), place(3)],
    [place(2), read(3), place(3)],
    [place(3), read(3), undefined],
    [place(4), read(3), undefined],
    [undefined, unread(3), undefined],
    [place(1), unread(3), undefined],
    [place(2), unread(3), undefined],
    [place(3), unread(3), place(2)],
    [place(9), unread(3), place(2)],
    [place(9), unread(1), place(0)],
  ])('at %j goes by %j to %j', (marker, move, moved) => {
    expect(moveMarker(marker, move)).toEqual(moved);
  });

  it('never goes back by reading, nor forward by unreading, and what is unread lies above it', () => {
    const moves = fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.boolean()), { maxLength: 20 });
    fc.assert(
      fc.property(moves, (all) => {
        let marker = place(0);
        for (const [seq, back] of all) {
          const moved = moveMarker(marker, back ? unread(seq) : read(seq)) ?? marker;
          if (back) expect(moved.seq).toBe(Math.min(marker.seq, seq - 1));
          else expect(moved.seq).toBe(Math.max(marker.seq, seq));
          expect(isUnread({ last: { seq } }, moved)).toBe(back);
          marker = moved;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('that is not there leaves everything unread', () => {
    expect(isUnread({ last: { seq: 1 } }, undefined)).toBe(true);
    expect(isUnread({ last: { seq: 5 } }, place(5))).toBe(false);
    expect(isUnread({ last: { seq: 6 } }, place(5))).toBe(true);
  });
});
