import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type DatabaseBroker, openDatabaseBroker } from './database-broker.ts';

/**
 * Test files run in processes of their own, so they ask this one for a database. PostgreSQL starts with the first request: a run
 * that needs none pays nothing.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let broker: Promise<DatabaseBroker> | undefined;
  const server = createServer((request, response) => {
    broker ??= openDatabaseBroker();
    broker
      .then((open) => (request.method === 'DELETE' ? open.drop((request.url ?? '').slice(1)) : open.create()))
      .then(
        (answer) => response.end(answer),
        (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The database broker has no port.');
  project.provide('databaseBroker', `http://127.0.0.1:${address.port}`);

  return async () => {
    server.closeAllConnections();
    server.close();
    await (await broker)?.close();
  };
}
