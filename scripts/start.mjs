import { join } from 'node:path';
import { buildIfStale, root } from './build-if-stale.mjs';
import { runNode } from './run-node.mjs';

buildIfStale();
runNode([join(root, 'packages/server/dist/main.js'), 'serve', ...process.argv.slice(2)], {
  DESKKIT_DEMO: process.env.DESKKIT_DEMO ?? 'on',
});
