import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const stampFile = join(root, 'node_modules', '.deskkit-build');
const packages = readdirSync(join(root, 'packages'))
  .map((name) => join(root, 'packages', name))
  .filter((folder) => existsSync(join(folder, 'package.json')));

function* filesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) {
    if (!/\.test\.tsx?$/.test(path)) yield `${path} ${stat.size} ${stat.mtimeMs}`;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

function stampOfSources() {
  const hash = createHash('sha256');
  const inputs = ['src', 'site', 'package.json', 'tsconfig.json', 'tsup.config.ts'];
  const paths = packages.flatMap((folder) => inputs.map((input) => join(folder, input)));
  for (const path of [join(root, 'package-lock.json'), join(root, 'tsconfig.base.json'), ...paths]) {
    for (const line of filesUnder(path)) hash.update(`${line}\n`);
  }
  return hash.digest('hex');
}

function isBuilt(stamp) {
  if (!packages.every((folder) => existsSync(join(folder, 'dist', 'index.js')))) return false;
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

/** Builds the packages when a source is newer than the last build; otherwise starts nothing. Exits when the build fails. */
export function buildIfStale() {
  const stamp = stampOfSources();
  if (isBuilt(stamp)) return;

  process.stderr.write('Building…\n');
  // The output goes to stderr so that a command's own stdout stays clean for pipes.
  const result = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'turbo', 'bin', 'turbo'), 'run', 'build', '--output-logs=errors-only'],
    { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } },
  );
  if (result.status !== 0) process.exit(result.status ?? 1);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}
