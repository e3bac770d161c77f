import { expect, it } from 'vitest';
import { type Kept, keptFor, nothingKept } from './kept.ts';

const full: Kept = {
  of: null,
  token: 'secret',
  unsent: [{ id: 'msg_1' as never, conversation: 'cnv_1' as never, text: 'one', at: '2026-03-01T10:00:00.000Z' }],
  seen: { cnv_1: '2026-03-01T10:00:00.000Z' },
  drafts: { '': 'two' },
  isMuted: true,
  isIntroduced: true,
};

it('gives a visitor back what is theirs', () => {
  expect(keptFor(full, null)).toBe(full);
  expect(keptFor({ ...full, of: 'ada' }, 'ada')).toEqual({ ...full, of: 'ada' });
});

it('lets who signs in take along the words, but not the session of nobody', () => {
  expect(keptFor(full, 'ada')).toEqual({ ...full, of: 'ada', token: null, seen: {}, isIntroduced: false });
});

it.each([null, 'grace'])('gives nothing of one visitor to another: %s', (other) => {
  expect(keptFor({ ...full, of: 'ada' }, other)).toEqual({ ...nothingKept, of: other, isMuted: true });
});
