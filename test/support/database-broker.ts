import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startPostgres } from './start-postgres.ts';

/** Hands out databases of one PostgreSQL server. */
export interface DatabaseBroker {
  /** Creates an empty database and returns its connection URL. */
  create(): Promise<string>;
  /** Drops the database called `name`, whoever is still connected to it, and returns its name. */
  drop(name: string): Promise<string>;
  /** Drops what is left, and stops the server if it was started here. */
  close(): Promise<void>;
}

/** Opens a broker on the server of `DATABASE_URL`, or on a server started for it. */
export async function openDatabaseBroker(): Promise<DatabaseBroker> {
  const given = process.env.DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  const client = new Client({ connectionString: server.url });
  await client.connect();
  const open = new Set<string>();

  const drop = async (name: string) => {
    if (open.delete(name)) await client.query(`DROP DATABASE ${client.escapeIdentifier(name)} WITH (FORCE)`);
    return name;
  };
  return {
    async create() {
      const name = `deskkit_test_${randomUUID().replaceAll('-', '')}`;
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
      open.add(name);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      return url.href;
    },
    drop,
    async close() {
      // A server started here goes with all its data; another's is left as it was found.
      if (given) for (const name of [...open]) await drop(name);
      await client.end();
      await server.stop();
    },
  };
}
