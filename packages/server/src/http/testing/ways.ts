import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiOptions, toFetchHandler } from '@deskkit/core/api';
import compression from 'compression';
import express from 'express';
import { deskRouter } from '../desk-router.ts';
import { toNodeHandler } from '../to-node-handler.ts';

/** One way to mount the API, and how to reach it there. */
export interface Way {
  readonly name: string;
  /** The host reads JSON itself, and answers broken or huge JSON by itself. */
  readonly hostParses: boolean;
  mount(api: ApiOptions): Promise<Mounted>;
}

export interface Mounted {
  /** Where `/v1` lies. */
  readonly base: string;
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

async function listen(listener: RequestListener, prefix = ''): Promise<Mounted> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}${prefix}`,
    fetch: (request) => fetch(request),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export const ways: readonly Way[] = [
  {
    name: 'toFetchHandler',
    hostParses: false,
    async mount(api) {
      const handle = toFetchHandler(api);
      return { base: 'http://desk.example', fetch: handle, close: async () => undefined };
    },
  },
  { name: 'toNodeHandler', hostParses: false, mount: (api) => listen(toNodeHandler(api)) },
  {
    name: 'toNodeHandler with a prefix',
    hostParses: false,
    mount: (api) => listen(toNodeHandler(api, { prefix: '/desk' }), '/desk'),
  },
  {
    name: 'deskRouter behind express.json() and express.raw()',
    hostParses: true,
    mount: (api) => {
      const raw = express.raw({ type: ['image/*', 'text/plain'], limit: '30mb' });
      return listen(express().use(express.json(), raw).use('/desk', deskRouter(api)), '/desk');
    },
  },
  {
    name: 'deskRouter behind compression',
    hostParses: false,
    mount: (api) =>
      listen(
        express()
          .use(compression({ threshold: 0 }))
          .use('/desk', deskRouter(api)),
        '/desk',
      ),
  },
];
