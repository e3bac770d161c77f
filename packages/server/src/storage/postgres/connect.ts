import { Client, type ClientConfig, TypeOverrides } from 'pg';
import { codeOf, describe } from './postgres-error.ts';

const bigint = 20;

/** How every connection is made. */
export function connectionSettings(url: string): ClientConfig {
  const types = new TypeOverrides();
  // Seqs and versions: exact as numbers up to 2^53.
  types.setTypeParser(bigint, Number);
  return {
    connectionString: url,
    application_name: 'deskkit',
    connectionTimeoutMillis: 10_000,
    query_timeout: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types,
  };
}

/** Connects once. Throws an `Error` of one sentence that says what to do. */
export async function connectClient(url: string): Promise<Client> {
  const place = readPlace(url);
  const client = new Client(connectionSettings(url));
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(() => {});
    throw new Error(whatToDo(cause, place), { cause });
  }
  return client;
}

interface Place {
  readonly host: string;
  readonly user: string;
  readonly database: string;
}

function readPlace(url: string): Place {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new Error('The database URL is no Postgres URL: write it as postgres://USER:PASSWORD@HOST:5432/DATABASE.');
  }
  const user = decodeURIComponent(parsed.username);
  return {
    host: parsed.host || parsed.searchParams.get('host') || 'this machine',
    user,
    database: decodeURIComponent(parsed.pathname.slice(1)) || user,
  };
}

function whatToDo(error: unknown, { host, user, database }: Place): string {
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
      return `No Postgres answers at ${host}: start it, or correct the host and port in the database URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The database's host ${host} is not known: correct it in the database URL.`;
    case '28P01':
      return `Postgres at ${host} refuses the password of "${user}": correct user and password in the database URL.`;
    case '28000':
      return `Postgres at ${host} does not let "${user}" in: correct the user in the database URL, or allow it in pg_hba.conf.`;
    case '3D000':
      return `Postgres at ${host} has no database "${database}": create it (createdb ${database}), or correct the database URL.`;
    case '53300':
      return `Postgres at ${host} has no connection left: raise its max_connections, or use a smaller pool.`;
    default:
      return `Postgres at ${host} cannot be reached (${describe(error)}): check the database URL and the server.`;
  }
}
