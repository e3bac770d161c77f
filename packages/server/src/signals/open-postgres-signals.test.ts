import { newId, type Presence, type Seq, type Signals, type WorkspaceId } from '@deskkit/core';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { openPostgresSignals } from './open-postgres-signals.ts';

let database: TestDatabase;
let admin: Client;
let one: Signals;
let other: Signals;
let warnings: string[];

beforeEach(async () => {
  database = await createDatabase();
  admin = new Client({ connectionString: database.url });
  admin.on('error', () => {});
  await admin.connect();
  warnings = [];
  const logger = { warn: (_: object, message: string) => warnings.push(message) };
  one = await openPostgresSignals({ url: database.url, logger });
  other = await openPostgresSignals({ url: database.url, logger });
});

afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  await admin.end();
  await database.drop();
});

function heardBy(signals: Signals): [WorkspaceId, Seq][] {
  const heard: [WorkspaceId, Seq][] = [];
  signals.listen((workspace, signal) => signal.kind === 'log-grew' && heard.push([workspace, signal.seq]));
  return heard;
}

const here = newId('workspace');
const grew = (seq: Seq) => ({ kind: 'log-grew', seq }) as const;

it('reaches the listeners of its own node at once, and those of other nodes soon, each once', async () => {
  const [mine, theirs] = [heardBy(one), heardBy(other)];
  one.publish(here, grew(1));
  expect(mine).toEqual([[here, 1]]);
  await expect.poll(() => theirs).toEqual([[here, 1]]);

  other.publish(here, grew(2));
  await expect.poll(() => mine).toContainEqual([here, 2]);
  expect(mine).toEqual([
    [here, 1],
    [here, 2],
  ]);
});

it('sends of many publications for one workspace the newest, and loses none of many workspaces', async () => {
  const theirs = heardBy(other);
  const workspaces = Array.from({ length: 500 }, () => newId('workspace'));
  for (let seq = 1; seq <= 20; seq++) for (const workspace of workspaces) one.publish(workspace, grew(seq));
  one.publish(here, grew(9));
  one.publish(here, grew(8));

  await expect.poll(() => theirs.length).toBe(501);
  expect(new Map(theirs)).toEqual(new Map([...workspaces.map((id) => [id, 20] as const), [here, 9]]));
});

it('carries who does what to other nodes, of each on each conversation the last, and of many all', async () => {
  const theirs: [WorkspaceId, Presence][] = [];
  other.listen((workspace, signal) => signal.kind === 'presence' && theirs.push([workspace, signal.presence]));
  const who = { kind: 'teammate', id: newId('teammate') } as const;
  const conversations = Array.from({ length: 200 }, () => newId('conversation'));
  const say = (conversation: Presence['conversation'], doing: Presence['doing']) =>
    one.publish(here, { kind: 'presence', presence: { conversation, who, doing } });
  for (const conversation of conversations) say(conversation, 'viewing');
  for (const conversation of conversations) say(conversation, 'typing-reply');
  one.publish(here, grew(3));

  await expect.poll(() => theirs.length).toBe(200);
  expect(theirs).toEqual(conversations.map((conversation) => [here, { conversation, who, doing: 'typing-reply' }]));
});

it('hears again after its connection was killed', async () => {
  const theirs = heardBy(other);
  const { rowCount } = await admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  expect(rowCount).toBe(2);

  let seq = 0;
  await expect
    .poll(
      () => {
        one.publish(here, grew(++seq));
        return theirs.length;
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0);
  const listening = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
  await expect.poll(async () => (await admin.query(listening)).rowCount).toBe(2);
});

it('keeps its own listeners informed while the database is away, and does not throw', async () => {
  const mine = heardBy(one);
  await database.drop();
  one.publish(here, grew(1));

  expect(mine).toEqual([[here, 1]]);
  await expect.poll(() => warnings).toContainEqual(expect.stringContaining('Signals to other nodes were lost'));
  await expect.poll(() => warnings).toContainEqual(expect.stringContaining('not heard until Postgres'));
});

it('lets a listener fail without harm to the publisher and the other listeners', () => {
  one.listen(() => {
    throw new Error('broken');
  });
  const mine = heardBy(one);
  one.publish(here, grew(1));

  expect(mine).toEqual([[here, 1]]);
  expect(warnings).toEqual(['A listener for signals failed.']);
});

it('stops calling a listener that ended its listening', async () => {
  const [ended, going] = [[] as Seq[], heardBy(other)];
  other.listen((_, signal) => signal.kind === 'log-grew' && ended.push(signal.seq))();
  one.publish(here, grew(1));

  await expect.poll(() => going).toEqual([[here, 1]]);
  expect(ended).toEqual([]);
});

it('ignores what no node wrote', async () => {
  const theirs = heardBy(other);
  const lost: unknown[] = [];
  other.listen((_, signal) => signal.kind === 'presence' && lost.push(signal));
  const payloads = [
    '',
    'not json',
    'null',
    '{"node":1}',
    '{"node":"x","grew":[["wsp_1","2"]]}',
    '{"node":"x","grew":[],"present":[["wsp_1",{"conversation":"cnv_x","who":{"kind":"system"},"doing":"left"}]]}',
    `{"node":"x","grew":[],"present":[["wsp_1",{"conversation":"${newId('conversation')}","who":1,"doing":"left"}]]}`,
    `{"node":"x","grew":[],"present":[["wsp_1",{"conversation":"${newId('conversation')}","who":{"kind":"x"},"doing":"dancing"}]]}`,
  ];
  for (const payload of payloads) {
    await admin.query('SELECT pg_notify($1, $2)', ['deskkit', payload]);
  }
  one.publish(here, grew(1));

  await expect.poll(() => theirs).toEqual([[here, 1]]);
  expect(lost).toEqual([]);
});
