import { openPostgresStorage } from '../../packages/server/src/storage/postgres/open-postgres-storage.ts';
import { type PostgresServer, startPostgres } from '../../test/support/start-postgres.ts';
import { openRawPostgresSends } from '../floors/postgres-sends.ts';
import type { Candidate, Comparison } from '../frame/suite.ts';
import { perSecond } from './in-flight.ts';
import { rawSendOf } from './raw-send.ts';
import { buildDesk, buildSends, workspace } from './sends.ts';

const atOnce = 64;
const perRound = 3_200;

/** Durable sends on Postgres with `fsync` on, 64 under way at once, by 8 connections each; a server for each of both. */
export function comparePostgresSends(): Comparison {
  return {
    name: 'postgres: sends per second',
    unit: 'sends/s',
    better: 'higher',
    limit: 0.8,
    // Sends of one workspace wait for each other, so this is no figure of many workspaces.
    candidates: async () => [raw, ours],
  };
}

const raw: Candidate = {
  name: 'one raw statement per send, pool of 8',
  role: 'floor',
  async open() {
    const { server, conversations } = await startDesk();
    const floor = openRawPostgresSends(server.url, workspace);
    return {
      measure: () => perSecond(buildSends(conversations, perRound).map(rawSendOf), atOnce, (send) => floor.send(send)),
      async close() {
        await floor.close();
        await server.stop();
      },
    };
  },
};

const ours: Candidate = {
  name: '@deskkit/server, pool of 8',
  role: 'ours',
  async open() {
    const { server, conversations } = await startDesk();
    const { storage, close } = await openPostgresStorage({ url: server.url });
    return {
      measure: () => perSecond(buildSends(conversations, perRound), atOnce, (send) => storage.commit(send)),
      async close() {
        await close();
        await server.stop();
      },
    };
  },
};

async function startDesk(): Promise<{
  server: PostgresServer;
  conversations: ReturnType<typeof buildDesk>['conversations'];
}> {
  const server = await startPostgres({ fsync: 'on' });
  const { conversations, changes } = buildDesk(1_000);
  const { storage, close } = await openPostgresStorage({ url: server.url });
  for (const change of changes) await storage.commit(change);
  await close();
  return { server, conversations };
}
