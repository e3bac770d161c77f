import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import type { OpenDesk } from './compose.ts';
import { openTestApi, type TestApi, testSecret } from './http/testing/open-test-api.ts';

let test: TestApi;
let server: Server;
let siteFolder: string;
let url: string;

beforeEach(async () => {
  test = await openTestApi();
  siteFolder = await mkdtemp(join(tmpdir(), 'deskkit-site-'));
  await mkdir(join(siteFolder, 'widget'));
  await writeFile(join(siteFolder, 'index.html'), '<title>Inbox</title>');
  await writeFile(join(siteFolder, 'widget', 'loader.js'), '1');
  await writeFile(join(siteFolder, '.env'), 'secret');
  const { api, desk, workspace } = test;
  const none = async () => undefined;
  const open: OpenDesk = {
    desk,
    api,
    workspace,
    secret: testSecret,
    smtpPort: () => undefined,
    start: none,
    close: none,
  };
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const app = createApp(open, { logger: { ...silent, desk: silent }, isDemo: false, siteFolder });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(siteFolder, { recursive: true });
  await test.close();
});

describe('the pages', () => {
  it('are served under a policy that lets nothing in from elsewhere', async () => {
    const page = await fetch(`${url}/`);
    expect(await page.text()).toContain('Inbox');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('let other sites load the widget, and nothing else', async () => {
    const widget = await fetch(`${url}/widget/loader.js`);
    expect(widget.headers.get('content-type')).toMatch(/javascript/);
    expect(widget.headers.get('access-control-allow-origin')).toBe('*');
    expect(widget.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect((await fetch(`${url}/`)).headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('document the API with files of this server only', async () => {
    const page = await (await fetch(`${url}/docs`)).text();
    const files = [...page.matchAll(/(?:src|href)="(docs\/[^"]+)"/g)].map(([, file]) => file);
    expect(files).toHaveLength(3);
    for (const file of files) expect((await fetch(`${url}/${file}`)).status).toBe(200);
    expect(page).not.toMatch(/<script>|https?:|style=/);
  });

  it('hide what is not for browsers', async () => {
    for (const path of [
      '/.env',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/package.json',
      '/nothing',
      '/%zz',
      '/docs/README.md',
      '/demo/people',
    ]) {
      const answered = await fetch(`${url}${path}`);
      expect([path, answered.status]).toEqual([path, 404]);
      expect(await answered.text()).toBe('There is no such page.\n');
    }
  });

  it('say whether the storage answers', async () => {
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    await test.desk.parts.storage.close();
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});
