import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsup';
import { root } from './build-if-stale.mjs';

// Runs the tests of what reads mail and, where the public corpora stand beside the project, scores it on them.
// VERBOSE=1 lists what is wrong.

const email = join(root, 'packages/server/src/email');
const score = join(root, '../shared/email/score.mjs');

const parts = [
  { file: 'trim/trim-text.ts', name: 'trimText', as: 'trimText', body: '(text) => read(text).visible' },
  { file: 'trim/trim-html.ts', name: 'trimHtml', as: 'trimHtml', body: '(html) => read(html).visible' },
  { file: 'classify/classify-mail.ts', name: 'classifyMail', as: 'classify', body: '(raw) => read(raw).kind' },
  { file: 'classify/read-bounce.ts', name: 'readBounce', as: 'bounce', body: '(raw) => read(raw)' },
];

function node(...args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

async function scoreCandidate() {
  const folder = mkdtempSync(join(tmpdir(), 'deskkit-score-'));
  try {
    const source = join(folder, 'candidate.ts');
    writeFileSync(
      source,
      parts
        .filter(({ file }) => existsSync(join(email, file)))
        .map(sourceOf)
        .join('\n'),
    );
    await build({
      entry: [source],
      outDir: folder,
      format: 'esm',
      platform: 'node',
      noExternal: [/./],
      esbuildOptions: (options) => {
        options.conditions = ['@deskkit/source'];
      },
      outExtension: () => ({ js: '.mjs' }),
      shims: true,
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      config: false,
      silent: true,
    });
    return node(score, join(folder, 'candidate.mjs'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sourceOf({ file, name, as, body }) {
  const path = JSON.stringify(join(email, file));
  return `import { ${name} as ${as}Read } from ${path};\nexport const ${as} = ${body.replace('read(', `${as}Read(`)};\n`;
}

const isScored = existsSync(score) ? await scoreCandidate() : true;
if (!existsSync(score)) console.log("The public corpora are not here: only the project's own cases are run.");
const folders = ['trim', 'classify'].map((name) => `packages/server/src/email/${name}/`);
const isPassed = node(join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', ...folders);
process.exitCode = isScored && isPassed ? 0 : 1;
