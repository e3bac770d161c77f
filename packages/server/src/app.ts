import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { OpenDesk } from './compose.ts';
import type { ServerLogger } from './create-logger.ts';
import { demoRouter } from './demo/demo-router.ts';
import { docsRouter } from './http/docs-router.ts';

/** Everything but the API: the pages, their documentation, and whether the server is well. */
export function createApp(
  open: OpenDesk,
  {
    logger,
    isDemo,
    siteFolder = findSite(),
  }: { readonly logger: ServerLogger; readonly isDemo: boolean; readonly siteFolder?: string },
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(
    helmet({ contentSecurityPolicy: { useDefaults: false, directives: policy }, strictTransportSecurity: false }),
  );
  app.get('/healthz', (_request, response) => void response.type('text').send('ok\n'));
  app.get('/readyz', async (_request, response) => {
    const isReady = await answers(open);
    response
      .status(isReady ? 200 : 503)
      .type('text')
      .send(isReady ? 'ready\n' : 'The storage does not answer.\n');
  });
  if (isDemo) app.use('/demo', demoRouter(open));
  app.use(docsRouter());
  app.use(express.static(siteFolder, { extensions: ['html'], setHeaders: openWidget }));
  app.use((_request, response) => void response.status(404).type('text').send('There is no such page.\n'));
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500) logger.error({ error, method: request.method, path: request.path }, 'A page failed');
    response
      .status(status)
      .type('text')
      .send(status >= 500 ? 'Something went wrong.\n' : 'The request is not right.\n');
  });
  return app;
}

const policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** The widget's files are for other people's pages; a browser blocks them there without these. */
function openWidget(response: { setHeader(name: string, value: string): unknown }, path: string): void {
  if (!/[\\/]widget([\\/]|[^\\/]*\.js$)/.test(path)) return;
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

async function answers({ desk, workspace }: OpenDesk): Promise<boolean> {
  try {
    await desk.parts.storage.position(workspace.id);
    return true;
  } catch {
    return false;
  }
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** `dist/site`, seen from `dist` and from `src`. */
function findSite(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = join(here, 'site');
  return existsSync(built) ? built : join(here, '..', 'dist', 'site');
}
