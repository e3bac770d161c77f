import { Client } from 'pg';
import { expect, it } from 'vitest';
import { createDatabase } from './postgres.ts';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it('gives out empty databases that do not see each other', async () => {
  const [one, other] = await Promise.all([createDatabase(), createDatabase()]);
  await query(one.url, 'CREATE TABLE note (text text)');
  const tables = `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'public'`;

  expect(await query(one.url, tables)).toEqual([{ count: 1 }]);
  expect(await query(other.url, tables)).toEqual([{ count: 0 }]);
  await Promise.all([one.drop(), other.drop()]);
});

it('drops a database that somebody is still connected to', async () => {
  const database = await createDatabase();
  const guest = new Client({ connectionString: database.url });
  guest.on('error', () => {});
  await guest.connect();

  await database.drop();

  await expect(query(database.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
});
