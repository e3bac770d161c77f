import { type Change, emptyChange, newId, type Storage } from '@deskkit/core';
import { buildTeam, buildWorkspaceEvent } from '@deskkit/core/testing';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../../../../../test/support/postgres.ts';
import { openPostgresStorage } from './open-postgres-storage.ts';

const here = newId('workspace');
let database: TestDatabase;
let admin: Client;
let storage: Storage;

beforeEach(async () => {
  database = await createDatabase();
  admin = new Client({ connectionString: database.url });
  await admin.connect();
  storage = (await openPostgresStorage({ url: database.url, pool: 2 })).storage;
});

afterEach(async () => {
  await storage.close();
  await admin.end();
  await database.drop();
});

function change(parts: Partial<Change> = {}): Change {
  return { ...emptyChange(here), events: [buildWorkspaceEvent()], ...parts };
}

it('gives each commit that goes together with others its own answer, a refused one too', async () => {
  const team = buildTeam();
  await storage.commit(change({ put: [{ kind: 'team', row: team }] }));
  const stale = { kind: 'team', id: team.id, version: 9 } as const;
  const [first, second, refused, fourth] = await Promise.allSettled([
    storage.commit(change()),
    storage.commit(change({ events: [] })),
    storage.commit(change({ expect: [stale] })),
    storage.commit(change()),
  ]);

  expect([first, second, fourth]).toMatchObject([
    { value: { before: 1 } },
    { value: { before: 2 } },
    { value: { before: 2 } },
  ]);
  expect(refused).toMatchObject({ reason: { code: 'version-conflict', reason: { expected: stale } } });
  expect(await storage.position(here)).toBe(3);
});

it('sees in each commit what those before it wrote, though they go together', async () => {
  const team = buildTeam();
  const claim = { within: 'everywhere', key: 'support@example.com', kind: 'team' } as const;
  const [, made, twice, replaced] = await Promise.allSettled([
    storage.commit(change()),
    storage.commit(
      change({
        expect: [{ kind: 'team', id: team.id, version: 'absent' }],
        put: [{ kind: 'team', row: team }],
        claim: [{ ...claim, id: team.id }],
      }),
    ),
    storage.commit(change({ claim: [{ ...claim, id: 'tem_other' }] })),
    storage.commit(
      change({
        expect: [{ kind: 'team', id: team.id, version: 1 }],
        put: [{ kind: 'team', row: { ...team, version: 2 } }],
      }),
    ),
  ]);

  expect(made).toMatchObject({ status: 'fulfilled' });
  expect(twice).toMatchObject({ reason: { code: 'key-taken', reason: { key: claim.key, by: { id: team.id } } } });
  expect(replaced).toMatchObject({ status: 'fulfilled' });
  expect(await storage.find(here, 'team', [team.id])).toEqual([{ ...team, version: 2 }]);
});

it('lets other workspaces commit while one workspace waits with many commits', async () => {
  await storage.commit(change());
  await admin.query('BEGIN');
  await admin.query('SELECT FROM deskkit_position WHERE workspace = $1 FOR UPDATE', [here]);
  const waiting = Array.from({ length: 40 }, () => storage.commit(change()));

  expect(await storage.commit({ ...change(), workspace: newId('workspace') })).toMatchObject({ before: 0 });
  await admin.query('ROLLBACK');
  const befores = (await Promise.all(waiting)).map(({ before }) => before);
  expect(befores).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
});
