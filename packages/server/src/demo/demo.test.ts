import { request as send } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deskkit, makeDataFolder, runDeskkit } from '../commands/testing/run-deskkit.ts';

let data: Awaited<ReturnType<typeof makeDataFolder>>;
let deskkit: Deskkit;
let url: string;

beforeAll(async () => {
  data = await makeDataFolder();
  deskkit = runDeskkit([], { ...data.env, DESKKIT_DEMO: 'on' });
  url = await deskkit.url();
});
afterAll(async () => {
  deskkit.child.kill('SIGTERM');
  await deskkit.ended();
  await data.remove();
});

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

async function people(): Promise<readonly Person[]> {
  return ((await (await fetch(`${url}/demo/people`)).json()) as { items: Person[] }).items;
}

async function tokenOf(name: string): Promise<string> {
  const teammate = (await people()).find((person) => person.name === name)?.id;
  const response = await fetch(`${url}/demo/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ teammate }),
  });
  return ((await response.json()) as { token: string }).token;
}

/** With node:http, since `fetch` sets Host and Sec-Fetch-Site by itself. */
function statusOf(method: string, path: string, headers: Record<string, string>): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asking = send({ host: hostname, port, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asking.on('error', reject).end();
  });
}

describe('the demo', () => {
  it('has three people, who see what their roles let them', async () => {
    expect((await people()).map(({ name, role }) => [name, role])).toEqual([
      ['Ines', 'owner'],
      ['Mara', 'admin'],
      ['Jonas', 'member'],
    ]);
    const foldersOf = async (name: string) => {
      const headers = { authorization: `Bearer ${await tokenOf(name)}` };
      const { items } = (await (await fetch(`${url}/v1/folders`, { headers })).json()) as {
        items: { key: string; counts: object }[];
      };
      return new Map(items.map(({ key, counts }) => [key.replace(/:.*/, ''), counts]));
    };
    expect((await foldersOf('Ines')).get('all')).toMatchObject({ open: 5, snoozed: 1, closed: 1 });
    expect((await foldersOf('Jonas')).get('all')).toMatchObject({ open: 4, snoozed: 1, closed: 1 });
    expect((await foldersOf('Jonas')).get('shared')).toMatchObject({ open: 1 });
    expect((await foldersOf('Ines')).get('shared')).toMatchObject({ open: 2 });
  });

  it('names its widget’s key', async () => {
    const { key } = (await (await fetch(`${url}/demo/widget`)).json()) as { key: string };
    expect((await fetch(`${url}/v1/widget/config?key=${key}`)).status).toBe(200);
  });

  it.each<[string, Record<string, string>]>([
    ['a name that leads to this machine', { host: 'evil.example:4000' }],
    ['a name that begins like this machine', { host: 'localhost.evil.example' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:1' }],
    ['no origin at all', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another origin of this site', { 'sec-fetch-site': 'same-site' }],
  ])('opens its door for no page from %s', async (_case, headers) => {
    for (const [method, path] of [
      ['GET', '/demo/people'],
      ['POST', '/demo/token'],
      ['GET', '/demo/widget'],
    ] as const) {
      expect(await statusOf(method, path, { host: new URL(url).host, ...headers })).toBe(403);
    }
  });

  it('opens its door for its own pages', async () => {
    const { host } = new URL(url);
    const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    expect(await statusOf('GET', '/demo/people', headers)).toBe(200);
  });

  it('gives no token for somebody who is not of the demo', async () => {
    const ask = (body: string) =>
      fetch(`${url}/demo/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    for (const body of [
      '{}',
      '{"teammate":"tmt_01970000-0000-7000-8000-000000000000"}',
      '{"teammate":null}',
      '[]',
      '{',
    ]) {
      expect((await ask(body)).status).toBe(400);
    }
  });

  it('is not made twice', async () => {
    deskkit.child.kill('SIGTERM');
    expect(await deskkit.ended()).toBe(0);
    deskkit = runDeskkit([], { ...data.env, DESKKIT_DEMO: 'on' });
    url = await deskkit.url();
    expect(await people()).toHaveLength(3);
  });
});
