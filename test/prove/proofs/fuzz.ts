import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createSeededRandom } from '@deskkit/core/testing';
import { fuzz } from '../../fuzz/fuzz.ts';
import type { Proof } from '../run.ts';

const rounds = 20;
const requestsPerRound = 2_500;

/** Fifty thousand generated requests, a new desk for each 2,500; memory may not grow from round to round. */
export const proof: Proof = async ({ seed }) => {
  const random = createSeededRandom(seed);
  const heaps: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const { statuses, slowestMilliseconds, faults } = await fuzz(random, requestsPerRound);
    heaps.push(heapAfterCollection());
    const counts = Object.entries(statuses).map(([status, count]) => `${status}: ${count}`);
    process.stdout.write(
      `  ${round}/${rounds}: ${requestsPerRound} requests, slowest ${Math.round(slowestMilliseconds)} ms, ` +
        `heap ${(heaps.at(-1) ?? 0).toFixed(1)} MB, ${faults.length} faults; ${counts.join(', ')}\n`,
    );
    if (faults.length > 0) throw new Error(faults.slice(0, 10).join('\n'));
  }
  const [early, late] = [heaps[4] ?? 0, heaps.at(-1) ?? 0];
  if (late > early * 1.2) throw new Error(`The heap grew from ${early.toFixed(1)} to ${late.toFixed(1)} MB`);
};

/** In megabytes, with nothing in it that could be thrown away. */
function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
