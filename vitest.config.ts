import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const source = '@deskkit/source';

// The node environment resolves by the second list, the DOM environment by the first; setting one drops its defaults.
const fromSource = {
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
};

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    projects: [
      {
        ...fromSource,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/server/site/**/*.test.ts',
            'test/**/*.test.ts',
            'examples/*/src/**/*.test.ts',
          ],
          exclude: ['test/browser/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...fromSource,
        test: {
          name: 'ui',
          environment: 'happy-dom',
          include: ['packages/{widget,react-inbox}/src/**/*.test.tsx'],
        },
        oxc: { jsx: { runtime: 'automatic' } },
      },
      {
        ...fromSource,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
