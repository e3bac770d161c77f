import { createServer } from 'node:net';
import { emptyChange, newId } from '@deskkit/core';
import { buildTeam } from '@deskkit/core/testing';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { createDatabase } from '../../../../../test/support/postgres.ts';
import { openPostgresStorage } from './open-postgres-storage.ts';

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function changed(url: string, change: (url: URL) => void): string {
  const parsed = new URL(url);
  change(parsed);
  return parsed.href;
}

async function findClosedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? String(address.port) : '';
}

it('lets several nodes start at once on an empty database', async () => {
  const { url, drop } = await createDatabase();
  const nodes = await Promise.all([1, 2, 3, 4].map(() => openPostgresStorage({ url })));

  const workspace = newId('workspace');
  const team = buildTeam();
  await nodes[0]?.storage.commit({ ...emptyChange(workspace), put: [{ kind: 'team', row: team }] });
  for (const { storage } of nodes) expect(await storage.find(workspace, 'team', [team.id])).toEqual([team]);

  await Promise.all(nodes.map((node) => node.close()));
  await drop();
});

it('refuses a database that a newer release has been at', async () => {
  const { url, drop } = await createDatabase();
  await (await openPostgresStorage({ url })).close();
  await run(url, 'INSERT INTO deskkit_migration (version, at) VALUES (99, now())');

  await expect(openPostgresStorage({ url })).rejects.toThrow(/made by a newer release .*format 99.*: run that release/);
  await drop();
});

it('says what to do when the database cannot be used', async () => {
  const { url, drop } = await createDatabase();
  const closedPort = await findClosedPort();
  const cases: readonly [string, RegExp][] = [
    ['data.sqlite', /no Postgres URL: write it as postgres:/],
    ['mysql://127.0.0.1/desk', /no Postgres URL/],
    [changed(url, (it) => (it.port = closedPort)), /No Postgres answers at 127\.0\.0\.1:\d+: start it/],
    [changed(url, (it) => (it.hostname = 'nowhere.invalid')), /host nowhere\.invalid:\d+ is not known: correct it/],
    [changed(url, (it) => (it.password = 'wrong')), /refuses the password of "\w+": correct user and password/],
    [changed(url, (it) => (it.pathname = '/missing')), /has no database "missing": create it/],
  ];
  for (const [wrong, message] of cases) {
    const error: unknown = await openPostgresStorage({ url: wrong }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain(`${new URL(url).password}@`);
  }
  await drop();
});

it('refuses a database whose settings would break its promises', async () => {
  const { url, drop } = await createDatabase();
  await run(
    url,
    `ALTER DATABASE "${new URL(url).pathname.slice(1)}" SET default_transaction_isolation = 'repeatable read'`,
  );

  await expect(openPostgresStorage({ url })).rejects.toThrow('set it to "read committed" for this database');
  await drop();
});

it('says which right is missing when it may not make its tables', async () => {
  const { url, drop } = await createDatabase();
  const role = `guest_${Date.now()}`;
  await run(url, `CREATE ROLE ${role} LOGIN PASSWORD 'guest'; REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
  const asGuest = changed(url, (it) => {
    it.username = role;
    it.password = 'guest';
  });

  await expect(openPostgresStorage({ url: asGuest })).rejects.toThrow(
    /"guest_\d+" may not create tables.*GRANT CREATE/,
  );
  await drop();
  const admin = await createDatabase();
  await run(admin.url, `DROP ROLE ${role}`);
  await admin.drop();
});
