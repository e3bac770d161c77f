import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const pages = [
  'README.md',
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`),
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

interface Block {
  /** As a file beside the packages, so that it sees what a reader's project would. */
  readonly file: string;
  readonly code: string;
}

/** The TypeScript blocks of a page, each a module of its own. */
function blocksOf(page: string, text: string): readonly Block[] {
  return [...text.matchAll(/^```(tsx?)\n(.*?)^```$/gms)].map(([, kind = 'ts', code = ''], index) => ({
    file: join(root, 'test', `${page.replaceAll(/\W+/g, '-')}-${index + 1}.${kind}`),
    code: `${code}\nexport {};\n`,
  }));
}

function complaintsAbout(blocks: readonly Block[]): readonly string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const settings: ts.CompilerOptions = {
    ...options,
    noEmit: true,
    jsx: ts.JsxEmit.ReactJSX,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['node'],
    noUnusedLocals: false,
  };
  const host = ts.createCompilerHost(settings);
  const texts = new Map(blocks.map(({ file, code }) => [file, code]));
  // A reader's own project has such things; here they only need to be there.
  texts.set(
    join(root, 'test', 'reader.d.ts'),
    "declare function fetchTokenFromYourServer(): Promise<string>;\ndeclare module '*.css';\n",
  );
  const { readFile, fileExists } = host;
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.getSourceFile = (file, version) => {
    const text = host.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...texts.keys()], settings, host);
  return blocks.flatMap(({ file }) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
}

test('the code in the documentation compiles', () => {
  const blocks = pages.flatMap((page) => blocksOf(page, readFileSync(join(root, page), 'utf8')));
  expect(blocks.length).toBeGreaterThan(2);
  expect(complaintsAbout(blocks)).toEqual([]);
});

test('code that does not compile is found', () => {
  const blocks = blocksOf('wrong.md', "```ts\nimport { nothingOfThisName } from '@deskkit/core';\n```\n");
  expect(complaintsAbout(blocks).join()).toContain('nothingOfThisName');
});
