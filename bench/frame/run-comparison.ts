import { median } from './median.ts';
import type { Candidate, Comparison } from './suite.ts';

export interface Measured {
  readonly comparison: string;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  readonly limit: number;
  /** Ours by the floor, of the medians; ours alone where there is no floor. */
  readonly ratio: number;
  readonly verdict: 'reached' | 'missed' | 'invalid';
  readonly candidates: readonly {
    readonly name: string;
    readonly role: Candidate['role'];
    readonly median: number;
    readonly rounds: readonly number[];
  }[];
}

/** Runs the candidates in turns, forwards and backwards, so that a slow minute of the machine meets all of them. */
export async function runComparison(comparison: Comparison, rounds: number): Promise<Measured> {
  const running = [];
  for (const candidate of await comparison.candidates()) {
    running.push({ candidate, opened: await candidate.open(), figures: [] as number[] });
  }
  try {
    for (const { opened } of running) await opened.measure();
    for (let round = 0; round < rounds; round++) {
      for (const one of round % 2 === 0 ? running : running.toReversed()) one.figures.push(await one.opened.measure());
    }
  } finally {
    for (const { opened } of running) await opened.close();
  }
  return judge(
    comparison,
    running.map(({ candidate, figures }) => ({
      name: candidate.name,
      role: candidate.role,
      median: median(figures),
      rounds: figures,
    })),
  );
}

function judge(comparison: Comparison, candidates: Measured['candidates']): Measured {
  const { name, unit, better, limit, floorOnce } = comparison;
  const [floor, ours] = (['floor', 'ours'] as const).map((role) => candidates.find((one) => one.role === role)?.median);
  if (ours === undefined) throw new Error(`${name} measures nothing of ours.`);
  const ratio = floor === undefined ? ours : ours / floor;
  const isReached = better === 'higher' ? ratio >= limit : ratio <= limit;
  const hasFirstFigure = floorOnce !== undefined && floor !== undefined;
  const isValid = !hasFirstFigure || (better === 'higher' ? floor >= floorOnce / 2 : floor <= floorOnce * 2);
  const verdict = isValid ? (isReached ? 'reached' : 'missed') : 'invalid';
  return { comparison: name, unit, better, limit, ratio, verdict, candidates };
}
