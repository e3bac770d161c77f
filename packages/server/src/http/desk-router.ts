import type { ApiOptions } from '@deskkit/core/api';
import { Router } from 'express';
import { type NodeHandlerOptions, toNodeHandler } from './to-node-handler.ts';

/**
 * The API as an Express router: `app.use('/desk', deskRouter(api))` answers at `/desk/v1`, with or without body parsers
 * and compression before it. A body parser's own limit and its answer to broken JSON come first, though: mounted
 * before the parsers, messages may be as long as the API allows, and every refusal is a problem document.
 */
export function deskRouter(api: ApiOptions, options: Pick<NodeHandlerOptions, 'stop'> = {}): Router {
  const handler = toNodeHandler(api, options);
  const router = Router();
  router.use((request, response, next) => {
    if (request.url.startsWith('/v1/')) handler(request, response);
    else next();
  });
  return router;
}
