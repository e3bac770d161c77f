import { expect, it } from 'vitest';
import { titleWith } from './title-with.ts';

it.each([
  ['Shop', 2, '(2) Shop'],
  ['(2) Shop', 3, '(3) Shop'],
  ['(12) Shop', 0, 'Shop'],
  ['Shop', 0, 'Shop'],
  ['(new) Shop', 1, '(1) (new) Shop'],
])('makes of %j with %j unread %j', (title, unread, result) => {
  expect(titleWith(title, unread)).toBe(result);
});
