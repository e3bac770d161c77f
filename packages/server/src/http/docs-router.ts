import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>DeskKit API</title>
    <link rel="stylesheet" href="docs/swagger-ui.css">
    <script src="docs/swagger-ui-bundle.js" defer></script>
    <script src="docs/start.js" defer></script>
  </head>
  <body>
    <main id="docs"><noscript>The API is described by <a href="v1/openapi.json">v1/openapi.json</a>.</noscript></main>
  </body>
</html>
`;

const start = `SwaggerUIBundle({ url: 'v1/openapi.json', dom_id: '#docs', deepLinking: true, persistAuthorization: false, validatorUrl: null });
`;

/** The API's documentation, made by Swagger UI from `/v1/openapi.json`; every file comes from this server. */
export function docsRouter(): Router {
  const router = Router({ strict: true });
  const folder = findSwagger();
  router.get('/docs', (_request, response) => void response.type('html').send(page));
  router.get('/docs/start.js', (_request, response) => void response.type('js').send(start));
  for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css']) {
    router.get(`/docs/${file}`, (_request, response) => response.sendFile(file, { root: folder, maxAge: '1h' }));
  }
  return router;
}

/** Beside the built server lie the two files that are needed; run from source, they come from their package. */
function findSwagger(): string {
  const built = join(dirname(fileURLToPath(import.meta.url)), 'docs');
  if (existsSync(built)) return built;
  return dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
}
