import { afterAll, expect, test } from 'vitest';
import { startPostgres } from '../support/start-postgres.ts';
import { type CrashTarget, crashRound } from './crash-round.ts';
import { postgresTarget, sqliteTarget } from './crash-targets.ts';

const discards: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const discard of discards) await discard();
});

async function survives(target: CrashTarget): Promise<void> {
  for (const killAfter of [20, 333]) {
    const report = await crashRound(target, killAfter);
    expect(report.faults).toEqual([]);
    expect(report.acknowledged).toBeGreaterThanOrEqual(killAfter);
  }
}

test('a desk on SQLite that is killed in a burst keeps every acknowledged message once', async () => {
  const target = await sqliteTarget();
  discards.push(target.discard);
  await survives(target);
}, 60_000);

test('a desk on Postgres that is killed in a burst keeps every acknowledged message once', async () => {
  // With fsync, as in earnest: the tests' shared server has it off.
  const server = await startPostgres({ fsync: 'on' });
  const target = await postgresTarget(server.url);
  discards.push(target.discard, server.stop);
  await survives(target);
}, 120_000);
