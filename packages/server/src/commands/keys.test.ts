import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDesk } from '../compose.ts';
import { readConfig } from '../config.ts';
import { runKeys } from './keys.ts';
import { makeDataFolder } from './testing/run-deskkit.ts';

let data: Awaited<ReturnType<typeof makeDataFolder>>;
const printed: string[] = [];

beforeEach(async () => {
  data = await makeDataFolder();
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterEach(async () => {
  vi.restoreAllMocks();
  printed.length = 0;
  await data.remove();
});

describe('keys create --host', () => {
  it('prints a key that lets the host make and list workspaces', async () => {
    await runKeys(['create'], { name: 'billing system', host: true }, data.env);
    expect(printed).toEqual([expect.stringMatching(/^dh_[\w-]{43}\n$/)]);
    const { api, desk, workspace, close } = await openDesk(readConfig(data.env));
    const found = await api.tokens.check(printed.join('').trim());
    if (found?.actor.kind !== 'host') throw new Error('That is no key of a host');
    expect((await desk.as(found.actor).listWorkspaces({ limit: 10 })).items).toEqual([workspace]);
    await close();
  });

  it.each([
    [{ name: 'x', host: true, workspace: 'y' }, /^A host key is for all workspaces/],
    [{ name: 'x', host: true, scope: ['mail:write'] }, /^A host key is for all workspaces/],
    [{ host: true }, /^Say what the key is for with --name/],
  ])('refuses %j', async (options, sentence) => {
    await expect(runKeys(['create'], options, data.env)).rejects.toThrow(sentence);
    await expect(runKeys(['secrets'], { host: true }, data.env)).rejects.toThrow(/takes --workspace only/);
    expect(printed).toEqual([]);
  });
});
