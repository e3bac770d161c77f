import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createDesk, type Desk, type TeammateActor, type Workspace } from '@deskkit/core';
import { createSigner } from '@deskkit/core/api';
import { openMemoryStorage } from '@deskkit/core/storage/memory';
import { chatChannel, createTokens, toNodeHandler } from '@deskkit/server';

const widgetFiles = join(import.meta.dirname, '../../packages/widget/dist/browser');
const secret = 'a secret that is for tests only, and long';

/** A desk that serves its API and the built widget, as `deskkit serve` does. */
export interface ChatDesk {
  readonly url: string;
  readonly desk: Desk;
  readonly workspace: Workspace;
  /** A teammate who may see everything. */
  readonly ines: TeammateActor;
  /** Method and path of every request so far. */
  readonly requests: string[];
  /** Breaks every connection and takes no new one, until it is called again with `false`. */
  cutOff(isCut: boolean): void;
  close(): Promise<void>;
}

export async function openChatDesk(): Promise<ChatDesk> {
  const blobs = { put: async () => 0, get: async () => undefined, delete: async () => {} };
  const desk = createDesk({ ...openMemoryStorage(), blobs, channels: [chatChannel] });
  const workspace = await desk.setUpWorkspace({
    name: 'Lantern & Loom',
    mailDomain: 'lantern.example',
    addresses: [],
    widgetKey: 'wk_lantern',
  });
  const person = { externalId: 'host/ines', name: 'Ines', handle: 'ines', role: 'admin' } as const;
  const { id, role, teams } = await desk.addTeammate(workspace.id, person);
  const api = toNodeHandler({ desk, tokens: createTokens({ desk, secret }), signer: createSigner(secret) });
  const requests: string[] = [];
  let isCut = false;
  const server = await listen((request, response) => {
    if (isCut) return void request.socket.destroy();
    requests.push(`${request.method} ${request.url}`);
    if (request.url?.startsWith('/v1/')) return api(request, response);
    const [, file] = /^\/widget\/([\w-]+\.js)/.exec(request.url ?? '') ?? [];
    if (!file) return void response.writeHead(404).end();
    readFile(join(widgetFiles, file)).then(
      (bytes) => response.writeHead(200, forOtherPages).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return {
    url: server.url,
    desk,
    workspace,
    ines: { kind: 'teammate', workspace: workspace.id, id, role, teams, isolation: 'on' },
    requests,
    cutOff(cut) {
      isCut = cut;
      if (cut) server.cut();
    },
    close: server.close,
  };
}

const forOtherPages = {
  'content-type': 'text/javascript; charset=utf-8',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-cache',
};

/** Listens on a free port of this machine. */
export async function listen(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => server.closeAllConnections(),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
