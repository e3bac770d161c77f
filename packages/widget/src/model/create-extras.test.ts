import { effect } from '@preact/signals-core';
import { expect, it, vi } from 'vitest';
import type { LoadPart } from '../parts.ts';
import { createExtras } from './create-extras.ts';

const part = { style: 'p {}' };

function open(...answers: (typeof part | Error)[]) {
  const calls: (number | undefined)[] = [];
  const rests: (() => void)[] = [];
  const load = (async (_name: string, attempt?: number) => {
    calls.push(attempt);
    const answer = answers[calls.length - 1];
    if (answer instanceof Error) throw answer;
    return answer;
  }) as unknown as LoadPart;
  const heard: unknown[] = [];
  const extras = createExtras(
    load,
    (part) => heard.push(part),
    (callback) => rests.push(callback),
  );
  return { extras, calls, rests, heard };
}

it('loads them once, and draws again who asked for it', async () => {
  const { extras, calls, heard } = open(part);
  const drawn: unknown[] = [];
  effect(() => void drawn.push(extras(), extras()));

  await vi.waitFor(() => expect(drawn).toEqual([undefined, undefined, part, part]));
  expect(calls).toEqual([0]);
  expect(heard).toEqual([part]);
});

it('goes without what cannot be loaded, and tries again later, by another address', async () => {
  const { extras, calls, rests } = open(new Error('gone'), part);
  extras();
  await vi.waitFor(() => expect(extras()).toBeNull());
  expect(calls).toEqual([0]);
  for (const callback of rests) callback();
  expect(extras()).toBeNull();
  await vi.waitFor(() => expect(extras()).toBe(part));
  expect(calls).toEqual([0, 1]);
});
