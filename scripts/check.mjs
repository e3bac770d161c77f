import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './build-if-stale.mjs';

const packages = readdirSync(join(root, 'packages'))
  .map((name) => `packages/${name}`)
  .filter((folder) => existsSync(join(root, folder, 'package.json')));
const examples = existsSync(join(root, 'examples'))
  ? readdirSync(join(root, 'examples')).map((name) => `examples/${name}`)
  : [];
const typeProjects = ['.', ...packages, ...examples].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /^tsconfig(\.\w+)?\.json$/.test(name) && name !== 'tsconfig.base.json')
    .map((name) => join(folder, name)),
);

function run(command, ...args) {
  return runFile(join(root, 'node_modules', '.bin', command), args, process.platform === 'win32');
}

function runNode(file, ...args) {
  return runFile(process.execPath, [join(root, file), ...args], false);
}

function runFile(file, args, shell) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
      env: {
        ...process.env,
        TURBO_TELEMETRY_DISABLED: '1',
        REDOCLY_TELEMETRY: 'off',
        ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
      },
    });
    const output = [];
    const printed = [];
    child.stdout.on('data', (chunk) => printed.push(chunk));
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => resolve({ ok: false, printed: '', output: error.message }));
    child.on('close', (code) =>
      resolve({
        ok: code === 0,
        printed: Buffer.concat(printed).toString(),
        output: Buffer.concat(output).toString(),
      }),
    );
  });
}

function checkLockFile() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const named = Object.entries(lock.packages).filter(([, entry]) => /^\w+:\/\//.test(entry.resolved ?? ''));
  const output = named.map(([path, entry]) => `${path} is tied to ${entry.resolved}`).join('\n');
  return Promise.resolve({ ok: named.length === 0, output });
}

/** Its report goes to one stream, and what it has to say of itself to the other. */
async function lintApi() {
  const { printed, output } = await run('redocly', 'lint', '--format=json');
  if (!printed.startsWith('{')) return { ok: false, output };
  const { totals, problems } = JSON.parse(printed);
  return { ok: totals.errors + totals.warnings === 0, output: JSON.stringify(problems, null, 2) };
}

function checkApiIsCommitted() {
  return runNode('scripts/openapi.mjs', '--check');
}

/** Entries that are files to copy or to load by a URL have no types to check. */
function untypedEntries(folder) {
  const { exports = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  return Object.entries(exports)
    .filter(([path, target]) => typeof target === 'string' && path !== './package.json')
    .map(([path]) => path);
}

function checkTypesOfPackage(folder) {
  const untyped = untypedEntries(folder);
  const excluded = untyped.length > 0 ? ['--exclude-entrypoints', ...untyped] : [];
  return run('attw', '--pack', folder, '--profile', 'node16', '--no-emoji', ...excluded);
}

const onSource = [
  { name: 'lock file', check: checkLockFile },
  {
    name: 'biome',
    check: () => run('biome', 'ci', '--error-on-warnings', `--colors=${process.stdout.isTTY ? 'force' : 'off'}`),
  },
  ...typeProjects.map((file) => ({
    name: `types of ${relative(root, join(root, file))}`,
    check: () => run('tsc', '--noEmit', '-p', file),
  })),
  {
    name: 'floating promises',
    check: () =>
      run('oxlint', '--type-aware', '-A', 'all', '-D', 'typescript/no-floating-promises', 'packages', 'test', 'bench'),
  },
  { name: 'api document is the contract’s', check: checkApiIsCommitted },
  { name: 'api document (redocly)', check: lintApi },
  { name: 'unused code (knip)', check: () => run('knip', '--no-progress') },
  { name: 'documentation (typedoc)', check: () => run('typedoc', '--emit', 'none') },
  { name: 'build', check: () => run('turbo', 'run', 'build', '--output-logs=errors-only') },
];

const onBuild = packages.flatMap((folder) => [
  { name: `publint ${folder}`, check: () => run('publint', 'run', folder, '--strict') },
  { name: `are the types wrong ${folder}`, check: () => checkTypesOfPackage(folder) },
]);

async function runStep({ name, check }) {
  const start = performance.now();
  const { ok, output } = await check();
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${seconds} s  ${name}\n`);
  if (!ok) process.stdout.write(`\n${output.trim()}\n\n`);
  return ok;
}

async function runSteps(steps) {
  const waiting = [...steps];
  const results = [];
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) results.push(await runStep(step));
  };
  await Promise.all([work(), work()]);
  return results.filter((ok) => !ok).length;
}

const only = process.argv.slice(2);
const chosen = (steps) => steps.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)));
const failed = (await runSteps(chosen(onSource))) + (await runSteps(chosen(onBuild)));
process.stdout.write(failed === 0 ? 'All checks passed.\n' : `${failed} checks failed.\n`);
process.exitCode = failed === 0 ? 0 : 1;
