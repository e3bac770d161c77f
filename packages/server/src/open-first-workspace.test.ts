import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestApi, type TestApi } from './http/testing/open-test-api.ts';
import { openFirstWorkspace } from './open-first-workspace.ts';

let test: TestApi;

beforeEach(async () => {
  test = await openTestApi();
});
afterEach(() => test.close());

it('finds the oldest workspace that is there, passing over one that is being removed', async () => {
  const { desk, workspace, other } = test;
  const open = () => openFirstWorkspace(desk, { name: 'New', mailDomain: 'new.example' });
  const [first, second] = [workspace, other].toSorted((one, another) => (one.id < another.id ? -1 : 1));
  if (!first || !second) throw new Error('There are two');
  expect(await open()).toMatchObject({ workspace: { id: first.id }, isNew: false });
  await desk.as({ kind: 'system', workspace: first.id }).removeWorkspace(first.id);
  expect(await open()).toMatchObject({ workspace: { id: second.id }, isNew: false });
  await desk.as({ kind: 'system', workspace: second.id }).removeWorkspace(second.id);
  expect(await open()).toMatchObject({ workspace: { name: 'New' }, isNew: true });
});
