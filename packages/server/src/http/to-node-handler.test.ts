import { once } from 'node:events';
import { createServer, type Server, request as send } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { ApiOptions } from '@deskkit/core/api';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpServer } from './create-http-server.ts';
import { openTestApi, type TestApi } from './testing/open-test-api.ts';
import { toNodeHandler } from './to-node-handler.ts';

let test: TestApi;
let token: string;
const servers: Server[] = [];

beforeEach(async () => {
  test = await openTestApi();
  token = await test.tokenOf(test.mara);
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await test.close();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** The API with other blobs than the disk's, to look at what a connection does to them. */
function withBlobs(blobs: Partial<ApiOptions['desk']['parts']['blobs']>): ApiOptions {
  const { desk } = test.api;
  const parts = { ...desk.parts, blobs: { ...desk.parts.blobs, ...blobs } };
  return { ...test.api, desk: { ...desk, parts } };
}

describe('toNodeHandler', () => {
  it('answers the next request on a connection whose last body was refused half-way', async () => {
    const port = await listen(createServer(toNodeHandler(test.api)));
    const { id } = await test.startChat('Hello');
    const socket = connect(port, '127.0.0.1');
    const head = `Host: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`;
    const body = Buffer.alloc(5_000_000, 'x');
    socket.write(`POST /v1/conversations/${id}/close HTTP/1.1\r\n${head}Content-Length: ${body.length}\r\n\r\n`);
    socket.write(body);
    socket.write(`GET /v1/me HTTP/1.1\r\n${head}\r\n`);
    let text = '';
    for await (const chunk of socket) {
      text += chunk;
      if (text.includes('"kind":"teammate"')) break;
    }
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text).toContain('"code":"too-large"');
    expect(text).toContain('HTTP/1.1 200 OK');
  });

  it('ends the stream of a reader that is gone', async () => {
    const port = await listen(createServer(toNodeHandler(test.api)));
    let listeners = 0;
    const { signals } = test.desk.parts;
    const { listen: original } = signals;
    signals.listen = (listener) => {
      listeners++;
      const end = original(listener);
      return () => {
        listeners--;
        end();
      };
    };
    const asking = send({ port, path: '/v1/events/stream', headers: { authorization: `Bearer ${token}` } });
    asking.end();
    const [response] = await once(asking, 'response');
    await once(response, 'data');
    await expect.poll(() => listeners).toBe(1);
    asking.destroy();
    await expect.poll(() => listeners).toBe(0);
  });

  it('reads no further than its reader takes', async () => {
    let given = 0;
    const chunk = new Uint8Array(100_000);
    async function* bytes() {
      for (; given < 1000; given++) yield chunk;
    }
    const port = await listen(createServer(toNodeHandler(withBlobs({ get: async () => bytes() }))));
    const { id } = await test.startChat('Send it');
    const file = await test.desk.as(test.actorOf(test.mara)).handInAttachment({ name: 'x', type: 'x/x', bytes: one() });
    await test.desk
      .as(test.actorOf(test.mara))
      .reply({ conversation: id, body: { format: 'text', text: '' }, attachments: [file.id] });
    const found = await fetch(`http://127.0.0.1:${port}/v1/attachments/${file.id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { url } = (await found.json()) as { url: string };

    const socket = connect(port, '127.0.0.1');
    socket.pause();
    socket.write(`GET /v1${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    let before = -1;
    await expect
      .poll(
        () => {
          const isStill = given > 0 && given === before;
          before = given;
          return isStill;
        },
        { interval: 100, timeout: 5000 },
      )
      .toBe(true);
    expect(given).toBeLessThan(1000);
    let length = 0;
    for await (const part of socket) length += part.length;
    expect(length).toBeGreaterThan(100_000_000);

    async function* one() {
      yield new Uint8Array(1);
    }
  });

  it('breaks off when the bytes break off, and keeps serving', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(10);
      throw new Error('The disk is gone');
    }
    const port = await listen(createServer(toNodeHandler(withBlobs({ get: async () => broken() }))));
    const base = `http://127.0.0.1:${port}/v1`;
    const { id } = await test.startChat('Send it');
    const actor = test.actorOf(test.mara);
    const file = await test.desk
      .as(actor)
      .handInAttachment({ name: 'x', type: 'x/x', bytes: (async function* () {})() });
    await test.desk.as(actor).reply({ conversation: id, body: { format: 'text', text: '' }, attachments: [file.id] });
    const headers = { authorization: `Bearer ${token}` };
    const { url } = (await (await fetch(`${base}/attachments/${file.id}`, { headers })).json()) as { url: string };
    await expect(fetch(`${base}${url}`).then((response) => response.arrayBuffer())).rejects.toThrow();
    expect((await fetch(`${base}/me`, { headers })).status).toBe(200);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const port = await listen(createServer(toNodeHandler(test.api)));
    const asking = send({
      port,
      method: 'POST',
      path: '/v1/attachments?name=x',
      headers: { authorization: `Bearer ${token}`, 'content-length': '1000000' },
    });
    asking.on('error', () => undefined);
    asking.write('only this much');
    await expect.poll(() => test.files()).toHaveLength(1);
    asking.destroy();
    await expect.poll(() => test.files()).toHaveLength(0);
  });

  it('answers below a mount of Express, with its own prefix or without', async () => {
    const app = express()
      .use('/desk', toNodeHandler(test.api))
      .all('/other/*splat', toNodeHandler(test.api, { prefix: '/other' }));
    const port = await listen(createServer(app));
    for (const prefix of ['/desk', '/other']) {
      const response = await fetch(`http://127.0.0.1:${port}${prefix}/v1/me`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(200);
    }
  });
});

describe('createHttpServer', () => {
  it('ends its streams with renew when it is told to stop', async () => {
    const { server, stop } = createHttpServer(test.api, (_request, response) => response.end('page'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await (await fetch(`http://127.0.0.1:${port}/inbox`)).text()).toBe('page');
    const stream = await fetch(`http://127.0.0.1:${port}/v1/events/stream`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const [text] = await Promise.all([stream.text(), stop(5000)]);
    expect(text).toMatch(/event: renew\ndata: \{\}\n\n$/);
    await expect(fetch(`http://127.0.0.1:${port}/v1/me`)).rejects.toThrow();
  });
});
