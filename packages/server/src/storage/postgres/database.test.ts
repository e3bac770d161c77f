import { type Change, emptyChange, newId, pendingSeq, type Storage } from '@deskkit/core';
import { buildConversation, buildEvent, buildTeam, buildWorkspaceEvent } from '@deskkit/core/testing';
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
  storage = (await openPostgresStorage({ url: database.url, pool: 4 })).storage;
});

afterEach(async () => {
  await storage.close();
  await admin.end();
  await database.drop();
});

function change(parts: Partial<Change> = {}): Change {
  return { ...emptyChange(here), events: [buildWorkspaceEvent()], ...parts };
}

/** Ends the connections whose statement waits for a lock, once there is one. */
async function killWaiting(): Promise<void> {
  for (;;) {
    const { rowCount } = await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%deskkit_commit%'`,
    );
    if (rowCount) return;
  }
}

it('is unavailable when its connection is killed in the middle of a commit, and works again with the next', async () => {
  await storage.commit(change());
  await admin.query('BEGIN');
  await admin.query('SELECT FROM deskkit_position FOR UPDATE');

  const interrupted = storage.commit(change());
  const outcome = expect(interrupted).rejects.toMatchObject({
    code: 'unavailable',
    retryable: true,
    message: expect.stringContaining('it is unknown whether it was done'),
  });
  await killWaiting();
  await outcome;
  await admin.query('ROLLBACK');

  expect(await storage.commit(change())).toMatchObject({ before: 1 });
});

it('survives that its idle connections are killed', async () => {
  await Promise.all([1, 2, 3, 4].map(() => storage.position(here)));
  await admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  // Until the news of it has arrived, a call may still get a dead connection.
  await expect.poll(() => storage.position(here).catch(() => 'unavailable')).toBe(0);

  expect(await storage.commit(change())).toMatchObject({ before: 0 });
});

it('keeps its connections when commits are refused', async () => {
  const pids = async () =>
    (await admin.query(`SELECT pid FROM pg_stat_activity WHERE application_name = 'deskkit' ORDER BY pid`)).rows;
  await storage.position(here);
  const before = await pids();
  const expected = { kind: 'team', id: 'tem_1', version: 7 } as const;

  for (let round = 0; round < 5; round++) {
    await expect(storage.commit(change({ expect: [expected] }))).rejects.toMatchObject({
      reason: { code: 'version-conflict', expected },
    });
  }
  expect(await pids()).toEqual(before);
});

it('finishes commits under way before it closes, also those that wait for a connection, and refuses later ones', async () => {
  const underWay = Array.from({ length: 20 }, () => storage.commit(change()));
  const closing = storage.close();
  await expect(storage.commit(change())).rejects.toMatchObject({ code: 'unavailable' });

  const seqs = (await Promise.all(underWay)).map(({ before }) => before);
  expect(new Set(seqs).size).toBe(20);
  await closing;
});

it('sends a commit again that collided with another transaction', async () => {
  await storage.commit(change());
  await admin.query(`
    CREATE SEQUENCE tries;
    CREATE FUNCTION collide() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('tries') < 3 THEN RAISE EXCEPTION 'collided' USING ERRCODE = 'deadlock_detected'; END IF;
      RETURN new;
    END $$;
    CREATE TRIGGER collide BEFORE INSERT ON deskkit_event FOR EACH ROW EXECUTE FUNCTION collide()`);

  expect(await storage.commit(change())).toMatchObject({ before: 1 });
  expect((await admin.query('SELECT last_value FROM tries')).rows).toEqual([{ last_value: '3' }]);
});

it('is unavailable while the database is full or read-only, and says that nothing was changed', async () => {
  await admin.query(`
    CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER full_disk BEFORE INSERT ON deskkit_event FOR EACH ROW EXECUTE FUNCTION full_disk()`);

  await expect(storage.commit(change())).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('no space left'),
  });
  expect(await storage.position(here)).toBe(0);
});

it('never assigns to a team after its deletion, over two connections and many rounds', async () => {
  const other = (await openPostgresStorage({ url: database.url, pool: 1 })).storage;
  const wins = { assigned: 0, refused: 0 };
  for (let round = 0; round < 60; round++) {
    const team = buildTeam();
    const row = buildConversation();
    const assigned = { ...row, version: 3, assignee: { teammate: null, team: team.id } };
    await storage.commit(
      change({
        put: [
          { kind: 'team', row: team },
          { kind: 'conversation', row },
        ],
      }),
    );

    const unchanged = { kind: 'team', id: team.id, version: team.version } as const;
    const deletion = storage.commit(change({ expect: [unchanged], remove: [unchanged] }));
    const assignment = other
      .commit(
        change({
          expect: [unchanged, { kind: 'conversation', id: row.id, version: row.version }],
          put: [{ kind: 'conversation', row: assigned }],
          events: [buildEvent({ conversation: row.id, version: 3, seq: pendingSeq(0) })],
        }),
      )
      .catch((error: unknown) => error);
    const [deleted, outcome] = await Promise.all([deletion, assignment]);

    if (outcome instanceof Error) {
      wins.refused++;
      expect(outcome).toMatchObject({ code: 'version-conflict', reason: { expected: unchanged } });
    } else {
      wins.assigned++;
      expect(outcome).toMatchObject({ before: deleted.before - 1 });
    }
  }
  expect(wins.assigned + wins.refused).toBe(60);
  await other.close();
});
