import { expect, it } from 'vitest';
import { isId } from '../shared/id.ts';
import { createFakeIds } from './fake-ids.ts';

it('makes the same ids every time, in the form of real ones and in order', () => {
  const [one, other] = [createFakeIds(), createFakeIds()];
  const ids = [one('team'), one('team'), one('message')];
  expect(ids).toEqual([other('team'), other('team'), other('message')]);
  expect(ids[0]).toBe('tem_019c1230-0000-7000-8000-000000000001');
  expect(isId('team', ids[1] ?? '') && isId('message', ids[2] ?? '')).toBe(true);
  expect(new Set(ids).size).toBe(3);
});
