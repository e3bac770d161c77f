import { parseArgs } from 'node:util';
import { describeMeasured } from './frame/describe-measured.ts';
import { type Measured, runComparison } from './frame/run-comparison.ts';
import type { Suite, SuiteOptions } from './frame/suite.ts';
import { openStorageSuite } from './storage/storage-suite.ts';

const suites: Record<string, (options: SuiteOptions) => Suite> = { storage: openStorageSuite };

const usage = `npm run bench -- [suite] [--only TEXT] [--rounds N] [--json] [--check]
  suites: ${Object.keys(suites).join(', ')}; all of them when none is named
  --only TEXT  the comparisons whose name contains it
  --rounds N   turns that each candidate takes; 5 unless told, 3 at least
  --large      sizes that take minutes to prepare
  --json       prints the figures as JSON
  --check      ends with 1 when a limit is missed, and with 2 when a run is invalid
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
    large: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const names = positionals.length > 0 ? positionals : Object.keys(suites);
const unknown = names.find((name) => !Object.hasOwn(suites, name));

if (values.help) {
  process.stdout.write(usage);
} else if (unknown !== undefined || !Number.isInteger(rounds) || rounds < 3) {
  process.stderr.write(unknown === undefined ? '--rounds is a whole number from 3.\n' : `No suite "${unknown}".\n`);
  process.stderr.write(usage);
  process.exitCode = 64;
} else {
  const measured: Measured[] = [];
  for (const name of names) measured.push(...(await runSuite(name)));
  if (values.json) process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
  const verdicts = measured.map(({ verdict }) => verdict);
  if (values.check && verdicts.includes('missed')) process.exitCode = 1;
  else if (values.check && verdicts.includes('invalid')) process.exitCode = 2;
}

async function runSuite(name: string): Promise<readonly Measured[]> {
  const suite = suites[name]?.({ large: values.large });
  const chosen = suite?.comparisons.filter((comparison) => comparison.name.includes(values.only)) ?? [];
  const measured: Measured[] = [];
  try {
    for (const comparison of chosen) {
      process.stderr.write(`${name}: ${comparison.name} …\n`);
      const one = await runComparison(comparison, rounds);
      measured.push(one);
      if (!values.json) process.stdout.write(`${describeMeasured(one)}\n\n`);
    }
  } finally {
    await suite?.close?.();
  }
  return measured;
}
