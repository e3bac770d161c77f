import { isId } from '@deskkit/core';
import { expect, it } from 'vitest';
import { newId } from './new-id.ts';

it.each(['conversation', 'message'] as const)('makes ids that the desk takes for those of a %s', (kind) => {
  const ids = Array.from({ length: 200 }, () => newId(kind));
  expect(ids.filter((id) => !isId(kind, id))).toEqual([]);
  expect(new Set(ids).size).toBe(200);
  // RFC 9562: version 7, variant 10.
  expect(ids.every((id) => /^..._[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-/.test(id))).toBe(true);
});
