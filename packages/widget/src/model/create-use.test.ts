import { effect } from '@preact/signals-core';
import { expect, it, vi } from 'vitest';
import type { LoadPart } from '../parts.ts';
import { createUse } from './create-use.ts';

const extras = { style: 'p {}' };

function open(...answers: (typeof extras | Error)[]) {
  const calls: (number | undefined)[] = [];
  const rests: (() => void)[] = [];
  const load = (async (_name: string, attempt?: number) => {
    calls.push(attempt);
    const answer = answers[calls.length - 1];
    if (answer instanceof Error) throw answer;
    return answer;
  }) as unknown as LoadPart;
  const heard: unknown[] = [];
  const use = createUse(
    load,
    (part) => heard.push(part),
    (callback) => rests.push(callback),
  );
  return { use, calls, rests, heard };
}

it('loads a part once, and draws again who asked for it', async () => {
  const { use, calls, heard } = open(extras);
  const drawn: unknown[] = [];
  effect(() => void drawn.push(use('extras'), use('extras')));

  await vi.waitFor(() => expect(drawn).toEqual([undefined, undefined, extras, extras]));
  expect(calls).toEqual([0]);
  expect(heard).toEqual([extras]);
});

it('goes without a part that cannot be loaded, and tries again later, by another address', async () => {
  const { use, calls, rests } = open(new Error('gone'), extras);
  use('extras');
  await vi.waitFor(() => expect(use('extras')).toBeNull());
  expect(calls).toEqual([0]);
  for (const callback of rests) callback();
  expect(use('extras')).toBeNull();
  await vi.waitFor(() => expect(use('extras')).toBe(extras));
  expect(calls).toEqual([0, 1]);
});
