import { join } from 'node:path';
import { buildIfStale, root } from './build-if-stale.mjs';
import { runNode } from './run-node.mjs';

buildIfStale();
runNode([join(root, 'packages/server/dist/main.js'), ...process.argv.slice(2)]);
