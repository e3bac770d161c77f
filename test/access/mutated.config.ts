import { defineConfig, mergeConfig } from 'vitest/config';
import root from '../../vitest.config.ts';

// For the proof "access": one question to the gate is left out, and the tests must notice.
const { file, start, end, instead } = JSON.parse(process.env.DESKKIT_MUTATION ?? '{}') as {
  readonly file?: string;
  readonly start?: number;
  readonly end?: number;
  readonly instead?: string;
};

const mutation = {
  name: 'leave-out-a-question',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.split('?')[0] === file ? `${code.slice(0, start)}${instead}${code.slice(end)}` : undefined,
};

const [unit] = root.test?.projects ?? [];

export default defineConfig({
  test: {
    projects: [mergeConfig(unit as object, { plugins: [mutation], test: { bail: 1, reporters: ['dot'] } })],
  },
});
