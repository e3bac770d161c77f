import { expect, it } from 'vitest';
import { toInstant } from '../shared/instant.ts';
import { createFakeClock } from './fake-clock.ts';

it('stands still until it is moved', () => {
  const clock = createFakeClock(toInstant(0));
  expect([clock.now(), clock.now()]).toEqual([toInstant(0), toInstant(0)]);
  clock.pass(1_500);
  expect(clock.now()).toBe(toInstant(1_500));
});
