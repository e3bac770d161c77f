import { join } from 'node:path';
import { buildIfStale, root } from './build-if-stale.mjs';
import { runNode } from './run-node.mjs';

buildIfStale();
runNode([join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]);
