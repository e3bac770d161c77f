import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A long proof: runs, prints what it did with its seed, and throws when it found a fault. */
export type Proof = (options: { readonly seed: number }) => Promise<void>;

const names = readdirSync(join(import.meta.dirname, 'proofs')).map((file) => basename(file, '.ts'));
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = asked.find((name) => !names.includes(name));
const seed = Number(
  process.argv.find((word) => word.startsWith('--seed='))?.slice('--seed='.length) ?? Date.now() % 2 ** 31,
);

if (unknown) {
  process.stderr.write(`There is no proof "${unknown}". There are: ${names.join(', ')}.\n`);
  process.exitCode = 1;
} else {
  for (const name of asked.length > 0 ? asked : names) {
    process.stdout.write(`${name}, --seed=${seed}\n`);
    const { proof } = (await import(`./proofs/${name}.ts`)) as { readonly proof: Proof };
    await proof({ seed });
  }
}
