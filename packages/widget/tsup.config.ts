import { defineConfig } from 'tsup';

/** Files that a server hands out as they are: each whole in itself, so that a page loads no more than it needs. */
const inBrowser = {
  outDir: 'dist/browser',
  outExtension: () => ({ js: '.js' }),
  noExternal: [/.*/],
  // From the sources: what the widget does not use of the core stays out.
  esbuildOptions: (options: { conditions?: string[] }) => {
    options.conditions = ['@deskkit/source', 'module'];
  },
  splitting: false,
  minify: true,
  target: 'es2022',
  platform: 'browser',
} as const;

export default defineConfig([
  {
    entry: { index: 'src/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    splitting: true,
    // The browser's files are built at the same time, under names that stay.
    clean: ['!browser/**'],
    target: 'es2022',
    platform: 'browser',
  },
  { ...inBrowser, entry: { loader: 'src/loader.ts' }, format: ['iife'] },
  { ...inBrowser, entry: { launcher: 'src/browser.ts', app: 'src/app.tsx' }, format: ['esm'] },
]);
