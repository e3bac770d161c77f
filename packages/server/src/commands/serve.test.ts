import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../../test/support/postgres.ts';
import { type Deskkit, makeDataFolder, runDeskkit } from './testing/run-deskkit.ts';

let data: Awaited<ReturnType<typeof makeDataFolder>>;
const running: Deskkit[] = [];

beforeEach(async () => {
  data = await makeDataFolder();
});
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    if (child.exitCode === null) child.kill('SIGKILL');
    await ended();
  }
  await data.remove();
});

function run(args: readonly string[], env: Record<string, string> = {}, nodeArgs: readonly string[] = []): Deskkit {
  const deskkit = runDeskkit(args, { ...data.env, ...env }, nodeArgs);
  running.push(deskkit);
  return deskkit;
}

/** One sentence on stderr, nothing on stdout, exit code 1. */
async function expectRefusal(deskkit: Deskkit, sentence: RegExp): Promise<void> {
  expect(await deskkit.ended()).toBe(1);
  expect(deskkit.stderr()).toMatch(sentence);
  expect(deskkit.stderr().trimEnd()).not.toContain('\n');
  expect(deskkit.stdout()).toBe('');
}

describe('deskkit serve', () => {
  it('comes up, answers, ends its streams on SIGTERM and leaves with 0', async () => {
    const deskkit = run([]);
    const url = await deskkit.url();
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok\n');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/v1/me`)).status).toBe(401);
    expect((await stat(join(data.folder, 'data', 'secret'))).mode & 0o777).toBe(0o600);

    const key = run(['keys', 'create', '--name', 'test', '--scope', 'conversations:read']);
    expect(await key.ended()).toBe(0);
    expect(key.stdout()).toMatch(/^dk_[\w-]{43}\n$/);
    const stream = await fetch(`${url}/v1/events/stream`, {
      headers: { authorization: `Bearer ${key.stdout().trim()}` },
    });
    expect(stream.status).toBe(200);
    deskkit.child.kill('SIGTERM');
    expect(await stream.text()).toContain('event: renew');
    expect(await deskkit.ended()).toBe(0);
    expect(deskkit.stderr()).toBe('');
  });

  it('keeps its workspace and its secret over a restart, and has no demo door', async () => {
    const first = run(['keys', 'secrets']);
    expect(await first.ended()).toBe(0);
    expect(first.stdout()).toMatch(
      /^DESKKIT_WORKSPACE=wsp_\S+\nDESKKIT_TEAMMATE_SECRET=\S{43}\nDESKKIT_VISITOR_SECRET=\S{43}\nDESKKIT_WIDGET_KEY=wk_\S+\n$/,
    );
    const url = await run(['serve']).url();
    for (const [method, path] of [
      ['GET', 'people'],
      ['POST', 'token'],
      ['GET', 'widget'],
    ]) {
      expect((await fetch(`${url}/demo/${path}`, { method: method ?? '' })).status).toBe(404);
    }
    const second = run(['keys', 'secrets']);
    await second.ended();
    expect(second.stdout()).toBe(first.stdout());
  });

  it('says which port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String((taken.address() as { port: number }).port);
    await expectRefusal(run([], { DESKKIT_PORT: port }), new RegExp(`^Port ${port} is in use already: .*DESKKIT_PORT`));
    await expectRefusal(
      run([], { DESKKIT_SMTP_PORT: port }),
      new RegExp(`^Port ${port} is in use already: .*DESKKIT_SMTP_PORT`),
    );
    taken.close();
  });

  it('says that the data folder cannot be used', async () => {
    await writeFile(join(data.folder, 'file'), '');
    await expectRefusal(
      run([], { DESKKIT_DATA: join(data.folder, 'file', 'data') }),
      /^The data folder cannot be made .*DESKKIT_DATA/,
    );
    await expectRefusal(run([], { DESKKIT_DATA: join(data.folder, 'file') }), /DESKKIT_DATA/);
  });

  it('says what is wrong with the database', async () => {
    const { url, drop } = await createDatabase();
    const secret = { DESKKIT_SECRET: 'x'.repeat(32) };
    const wrong = new URL(url);
    wrong.pathname = '/nowhere';
    await expectRefusal(run([], { ...secret, DATABASE_URL: wrong.href }), /has no database "nowhere": create it/);
    await expectRefusal(
      run([], { ...secret, DATABASE_URL: 'postgres://x:y@127.0.0.1:1/x' }),
      /^No Postgres answers at 127\.0\.0\.1:1: start it/,
    );
    const password = new URL(url);
    password.username = 'nobody';
    password.password = 'wrong';
    await expectRefusal(
      run([], { ...secret, DATABASE_URL: password.href }),
      /^Postgres at \S+ (refuses the password|does not let "nobody" in)/,
    );
    await drop();
  });

  it('makes one workspace for two nodes that start at once on Postgres', async () => {
    const { url: database, drop } = await createDatabase();
    const env = { DATABASE_URL: database, DESKKIT_SECRET: 'x'.repeat(32) };
    const nodes = [run([], env), run([], env)];
    const urls = await Promise.all(nodes.map((node) => node.url()));
    for (const url of urls) expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const secrets = run(['keys', 'secrets'], env);
    expect(await secrets.ended()).toBe(0);
    expect(secrets.stdout()).toMatch(/^DESKKIT_WORKSPACE=/);
    for (const { child, ended } of nodes) {
      child.kill('SIGINT');
      expect(await ended()).toBe(0);
    }
    await drop();
  });

  it('says that Node is too old', async () => {
    const older = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.19.0'}})`;
    await expectRefusal(
      run([], {}, ['--import', older]),
      /^DeskKit needs Node 20\.19 or newer, and this is Node 18\.19\.0\.\n$/,
    );
  });
});

describe('deskkit', () => {
  it('prints its help, its version and the API', async () => {
    const help = run(['--help']);
    const version = run(['--version']);
    const openapi = run(['openapi']);
    expect(await Promise.all([help.ended(), version.ended(), openapi.ended()])).toEqual([0, 0, 0]);
    expect(help.stdout()).toContain('deskkit keys create');
    expect(version.stdout()).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(JSON.parse(openapi.stdout()).openapi).toMatch(/^3\.1/);
  });

  it.each<[readonly string[], RegExp]>([
    [['dance'], /^There is no command "dance": see deskkit --help\.$/m],
    [['--loud'], /^Unknown option '--loud': see deskkit --help\.$/m],
    [['serve', 'now'], /^deskkit serve takes nothing more/],
    [['keys'], /^Write deskkit keys create/],
    [['keys', 'create'], /^Say what the key is for with --name/],
    [['keys', 'create', '--name', 'x', '--scope', 'all'], /^There is no scope "all": write one of conversations:read/],
    [['keys', 'create', '--name', 'x', '--workspace', 'y'], /^There is no workspace "y"\.$/m],
  ])('refuses %j in one sentence', async (args, sentence) => {
    await expectRefusal(run(args), sentence);
  });

  it('refuses a wrong setting in one sentence', async () => {
    await expectRefusal(run([], { DESKKIT_PORT: 'http' }), /^DESKKIT_PORT cannot be used as it is set: write a port/);
  });
});
