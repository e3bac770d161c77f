import { createDesk, type Workspace } from '@deskkit/core';
import { type ApiOptions, createSigner } from '@deskkit/core/api';
import {
  chatChannel,
  createTokens,
  createWorkLoop,
  deskRouter,
  openDiskBlobStore,
  openSqliteStorage,
  teammateSecret,
} from '@deskkit/server';
import express, { type Express } from 'express';
import { SignJWT } from 'jose';

/** The product's own app, with the desk inside. */
export interface HostApp {
  readonly app: Express;
  /** Ends the streams, so that the server can close. */
  stop(): void;
  /** Finishes what the desk has under way. */
  close(): Promise<void>;
}

export async function createApp(options: {
  readonly file: string;
  readonly files: string;
  readonly secret: string;
}): Promise<HostApp> {
  const { storage, directory, close } = openSqliteStorage({ file: options.file });
  const blobs = await openDiskBlobStore(options.files);
  const desk = createDesk({ storage, directory, blobs, channels: [chatChannel] });
  const logger = { warn: console.warn, error: console.error };
  const workLoop = createWorkLoop({ desk, logger });
  workLoop.start();

  const [existing] = await directory.listWorkspaces({ limit: 1 });
  const [workspace = await desk.setUpWorkspace(ours)] = existing
    ? await storage.find(existing, 'workspace', [existing])
    : [];

  const { secret } = options;
  const api: ApiOptions = { desk, tokens: createTokens({ desk, secret }), signer: createSigner(secret) };
  const stopping = new AbortController();

  const app = express();
  app.use(express.json());
  app.get('/', (_request, response) => void response.send('The product itself.'));
  // The product knows who is signed in; here it is whoever says so.
  app.post('/session', async (request, response) => {
    const user: unknown = request.body?.user;
    if (typeof user !== 'string' || !/^\w{1,40}$/.test(user))
      return void response.status(400).json({ error: 'Send {"user": NAME}.' });
    response.json({ token: await signToken(workspace, user, teammateSecret(secret, workspace.id)) });
  });
  app.use('/desk', deskRouter(api, { stop: stopping.signal }));

  return {
    app,
    stop: () => stopping.abort(),
    async close() {
      await workLoop.stop();
      await close();
    },
  };
}

const ours = {
  name: 'Our product',
  mailDomain: 'product.example',
  addresses: ['support@product.example'],
  widgetKey: 'wk_our_product',
};

/** What any backend can do, in any language, with the workspace's secret. */
function signToken(workspace: Workspace, user: string, secret: string): Promise<string> {
  return new SignJWT({ workspace: workspace.id, name: user, role: 'admin' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('our-product')
    .setAudience('deskkit')
    .setSubject(user)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
}
