import { createSeededRandom } from '@deskkit/core/testing';
import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

test('no request out of a thousand random ones breaks the API, or writes and is refused', async () => {
  const seed = Date.now() % 2 ** 31;
  const { statuses, faults } = await fuzz(createSeededRandom(seed), 1000);
  expect(faults, `seed ${seed}`).toEqual([]);
  // Were all of them refused, nothing would have been tried.
  expect((statuses[200] ?? 0) + (statuses[201] ?? 0)).toBeGreaterThan(50);
}, 60_000);
