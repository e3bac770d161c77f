import type { Measured } from './run-comparison.ts';

/** A comparison's outcome for people. */
export function describeMeasured({ comparison, unit, better, limit, ratio, verdict, candidates }: Measured): string {
  const width = Math.max(...candidates.map(({ name }) => name.length));
  const lines = candidates.map(({ name, role, median, rounds }) => {
    const spread = `${format(Math.min(...rounds))} to ${format(Math.max(...rounds))}`;
    return `  ${name.padEnd(width)}  ${role.padEnd(5)}  ${format(median).padStart(9)} ${unit}  (${spread})`;
  });
  const words = {
    reached: 'reached',
    missed: 'MISSED',
    invalid: 'INVALID: the floor is under half of its first figure, so the machine was busy; run it again',
  };
  const hasFloor = candidates.some(({ role }) => role === 'floor');
  const measured = hasFloor ? `ours / floor ${ratio.toFixed(2)}` : `ours ${format(ratio)}`;
  const limitText = `${better === 'higher' ? 'at least' : 'at most'} ${hasFloor ? limit : format(limit)}`;
  return [comparison, ...lines, `  ${measured}, limit ${limitText}: ${words[verdict]}`].join('\n');
}

function format(figure: number): string {
  return figure >= 100 ? Math.round(figure).toLocaleString('en-GB') : figure.toFixed(1);
}
