import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { defineConfig, type Options } from 'tsup';
import { minifySync } from 'vite';

const languages = ['ar', 'de', 'es', 'fr', 'it', 'nl', 'pt'];

const preact = createRequire(import.meta.url).resolve('preact');

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];
type TsupPlugin = NonNullable<Options['plugins']>[number];

/** The look is written to be read: its white space stays here. */
const smallStyle: EsbuildPlugin = {
  name: 'small style',
  setup(build) {
    build.onLoad({ filter: /-style\.ts$/ }, async ({ path }) => {
      const [, name, css] = /export const (\w+) = `([\s\S]*)`;/.exec(await readFile(path, 'utf8')) ?? [];
      if (!name || css === undefined) throw new Error(`${path} is to export one template without expressions.`);
      const small = css
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,>]) ?/g, '$1')
        .replace(/: /g, ':')
        .replaceAll(';}', '}');
      return { contents: `export const ${name} = ${JSON.stringify(small.trim())};` };
    });
  },
};

/** What esbuild has made small once more: another pair of eyes finds another 2 %. */
const smaller: TsupPlugin = {
  name: 'smaller',
  renderChunk: (code, { format, path }) => minifySync(path, code, { module: format === 'esm' }),
};

/** Files that a server hands out as they are: each whole in itself, so that a page loads no more than it needs. */
const inBrowser = {
  outDir: 'dist/browser',
  outExtension: () => ({ js: '.js' }),
  noExternal: [/.*/],
  esbuildPlugins: [smallStyle],
  plugins: [smaller],
  // From the sources: what the widget does not use of the core stays out.
  esbuildOptions(options: Parameters<NonNullable<Options['esbuildOptions']>>[0]) {
    options.conditions = ['@deskkit/source', 'module'];
    // Shorter than what the newer way makes of the same source.
    delete options.tsconfig;
    options.tsconfigRaw = { compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } };
  },
  splitting: false,
  minify: true,
  target: 'es2022',
  platform: 'browser',
} satisfies Options;

export default defineConfig([
  {
    entry: { index: 'src/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    splitting: true,
    esbuildPlugins: [smallStyle],
    // The browser's files are built at the same time, under names that stay.
    clean: ['!browser/**'],
    target: 'es2022',
    platform: 'browser',
  },
  { ...inBrowser, entry: { loader: 'src/loader.ts' }, format: ['iife'] },
  { ...inBrowser, entry: { launcher: 'src/browser.ts' }, format: ['esm'] },
  { ...inBrowser, entry: { app: 'src/app.tsx' }, format: ['esm'], inject: [preact] },
  {
    ...inBrowser,
    entry: {
      extras: 'src/extras/extras.ts',
      ...Object.fromEntries(languages.map((language) => [language, `src/languages/${language}.ts`])),
    },
    format: ['esm'],
    inject: ['src/late-jsx.ts'],
  },
]);
