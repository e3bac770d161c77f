import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One import. `from` is a path inside the repository; so is `to` when the import is relative, else it is what the file wrote. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** `type` imports are gone at run time. */
  readonly kind: 'type' | 'value';
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Reads every import of the sources under the given folders of the repository. */
export function readImports(folders: readonly string[]): Import[] {
  return folders.flatMap(filesUnder).flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));
}

/** The imports of one file: static, dynamic, re-exports, `require` and `import('…')` types. */
export function importsOf(file: string, text: string): Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, kind: Import['kind']) => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    const to = node.text.startsWith('.') ? posix.join(posix.dirname(file), node.text) : node.text;
    found.push({ from: file, to, kind });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ? 'type' : 'value');
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'type');
    else if (ts.isCallExpression(node) && isLoad(node.expression)) add(node.arguments[0], 'value');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isLoad(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist', '.turbo'].includes(entry.name) ? [] : filesUnder(path);
    return /\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : [];
  });
}
