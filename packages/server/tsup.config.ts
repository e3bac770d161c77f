import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: { index: 'src/index.ts', main: 'src/main.ts' },
    format: ['esm', 'cjs'],
    dts: { entry: { index: 'src/index.ts' } },
    splitting: true,
    // The pages are built at the same time.
    clean: ['!site/**'],
    shims: true,
    target: 'node20',
    platform: 'node',
    onSuccess: copyDocs,
  },
  {
    entry: { inbox: 'site/inbox/main.tsx', demo: 'site/demo/main.ts' },
    outDir: 'dist/site/assets',
    tsconfig: 'tsconfig.site.json',
    format: ['esm'],
    splitting: false,
    clean: true,
    minify: true,
    noExternal: [/.*/],
    target: 'es2022',
    platform: 'browser',
    onSuccess: copyPages,
  },
]);

async function copyPages(): Promise<void> {
  await cp('site/inbox/index.html', 'dist/site/index.html');
  await cp('site/inbox/icon.svg', 'dist/site/assets/icon.svg');
  await cp('site/demo/index.html', 'dist/site/demo.html');
  await cp('site/demo/page.css', 'dist/site/assets/demo.css');
  const widget = dirname(createRequire(import.meta.url).resolve('@deskkit/widget/loader.js'));
  await cp(widget, 'dist/site/widget', { recursive: true });
}

/** Only what the documentation page loads goes along, and what its licence asks for. */
async function copyDocs(): Promise<void> {
  const from = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  await mkdir('dist/docs', { recursive: true });
  for (const file of [
    'swagger-ui-bundle.js',
    'swagger-ui-bundle.js.LICENSE.txt',
    'swagger-ui.css',
    'LICENSE',
    'NOTICE',
  ]) {
    await cp(join(from, file), join('dist/docs', file));
  }
}
