import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build-if-stale.mjs';

// Writes the committed description of the API anew, or with --check says whether it is what the contract gives.
const file = join(root, 'packages', 'core', 'openapi.json');
const args = ['--conditions=@deskkit/source', join(root, 'packages', 'server', 'src', 'main.ts'), 'openapi'];
const printed = spawnSync(join(root, 'node_modules', '.bin', 'tsx'), args, {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
if (printed.status !== 0) {
  process.stderr.write(printed.stderr);
  process.exit(1);
}
if (!process.argv.includes('--check')) {
  writeFileSync(file, printed.stdout);
  process.stdout.write('packages/core/openapi.json is written.\n');
} else if (readFileSync(file, 'utf8') !== printed.stdout) {
  process.stderr.write('packages/core/openapi.json is not what the contract gives; run "npm run openapi"\n');
  process.exitCode = 1;
}
