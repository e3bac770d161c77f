import { createSeededRandom, type SeededRandom } from '@deskkit/core/testing';
import { type CrashTarget, crashRound } from '../../crash/crash-round.ts';
import { postgresTarget, sqliteTarget } from '../../crash/crash-targets.ts';
import { startPostgres } from '../../support/start-postgres.ts';
import type { Proof } from '../run.ts';

const rounds = 20;

/** Kills the built desk twenty times on each database, on the same data, at random moments of a burst. */
export const proof: Proof = async ({ seed }) => {
  const random = createSeededRandom(seed);
  const sqlite = await sqliteTarget();
  await kill('sqlite', sqlite, random);
  await sqlite.discard();
  const server = await startPostgres({ fsync: 'on' });
  const postgres = await postgresTarget(server.url);
  await kill('postgres', postgres, random);
  await postgres.discard();
  await server.stop();
};

async function kill(name: string, target: CrashTarget, random: SeededRandom): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    const { sent, acknowledged, faults } = await crashRound(target, 1 + random.below(600));
    process.stdout.write(
      `  ${name} ${round}/${rounds}: ${sent} sent, ${acknowledged} acknowledged, ${faults.length} faults\n`,
    );
    if (faults.length > 0) throw new Error(faults.join('\n'));
  }
}
