import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const ends: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(folder: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, ['--conditions=@deskkit/source', '--import', 'tsx', main], {
    env: { ...process.env, DATA: folder, PORT: '0', SECRET: 'only for this test, and long enough' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  ends.push(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  });
  const [text] = await once(child.stdout, 'data');
  return { child, url: `http://127.0.0.1:${/\d+/.exec(String(text))?.[0]}` };
}

it('serves its own pages and the desk, and keeps what was written over a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'deskkit-example-'));
  ends.push(() => rm(folder, { recursive: true }));
  const first = await start(folder);
  expect(await (await fetch(first.url)).text()).toBe('The product itself.');

  const json = { 'content-type': 'application/json' };
  const post = async (url: string, body: object, token?: string) => {
    const headers = { ...json, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as { token: string; conversation: { id: string } };
  };
  const api = `${first.url}/desk/v1`;
  const visitor = await post(`${api}/widget/sessions`, { key: 'wk_our_product' });
  const begun = await post(`${api}/widget/conversations`, { body: 'Hello from the product' }, visitor.token);
  const { token } = await post(`${first.url}/session`, { user: 'mara' });
  const headers = { authorization: `Bearer ${token}` };
  const replied = await post(
    `${api}/conversations/${begun.conversation.id}/messages`,
    { kind: 'reply', body: 'Hi!' },
    token,
  );
  expect(replied.conversation.id).toBe(begun.conversation.id);

  const stream = await fetch(`${api}/events/stream`, { headers });
  first.child.kill('SIGTERM');
  expect(await stream.text()).toContain('event: renew');
  const [code] = first.child.exitCode === null ? await once(first.child, 'close') : [first.child.exitCode];
  expect(code).toBe(0);

  const second = await start(folder);
  const listed = await fetch(`${second.url}/desk/v1/conversations`, { headers });
  expect(await listed.json()).toMatchObject({ items: [{ id: begun.conversation.id, preview: 'Hi!' }] });
});
