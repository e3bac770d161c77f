import { Client } from 'pg';
import { openPostgresStorage } from '../packages/server/src/storage/postgres/open-postgres-storage.ts';
import { searchFunction } from '../packages/server/src/storage/postgres/search-function.ts';
import { startPostgres } from '../test/support/start-postgres.ts';
import { fillIndex, percentiles, readers, searchFor, terms } from './storage/searches.ts';

const server = await startPostgres();
const store = await openPostgresStorage({ url: server.url, pool: 1 });
const size = Number(process.argv[2]);
const t = performance.now();
await fillIndex(store.storage, size);
console.log('filled', (((performance.now() - t) / size) * 1000).toFixed(0), 'µs each');
const run = async (what: string) => {
  const s = await openPostgresStorage({ url: server.url, pool: 1 });
  for (const { name, scope } of readers)
    for (const [w, term] of Object.entries(terms)) {
      const { p50, p95 } = await percentiles(60, () => searchFor(s.storage, { scope, terms: [term] }));
      console.log(what, name.slice(0, 9), w.padEnd(26), p50.toFixed(0), p95.toFixed(0));
    }
  await s.close();
};
const client = new Client({ connectionString: server.url });
await client.connect();
await run('as is');
const generic = searchFunction
  .replace('SET enable_mergejoin = off', 'SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan')
  .replace(
    'AND i.workspace = here AND i.seq < "before"\n        AND (teams',
    `AND i.workspace || '' = here AND i.seq < "before"\n        AND (teams`,
  );
if (generic === searchFunction) throw new Error('unchanged');
await client.query(generic);
await run('generic');
await client.end();
await store.close();
await server.stop();
