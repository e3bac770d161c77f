import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A place where the code asks the gate, and what it would be without asking. */
export interface CallSite {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly instead: string;
}

/** What each question to the gate answers when nobody is kept out. */
const open: Readonly<Record<string, (args: readonly string[]) => string>> = {
  can: () => 'true',
  inScope: () => 'true',
  holderKnows: () => 'true',
  scopeCovers: () => 'true',
  view: ([, actor]) => `(${actor}.kind === 'visitor' ? 'visitor' : 'full')`,
  gate: ([, , row]) => `({ ok: true, value: ${row} })`,
  gateOf: () => 'undefined',
  scope: () => "({ kind: 'everything' })",
};

/** Every call of the gate's functions in `folder`, found in the syntax tree by where the name was imported from. */
export function findCallSites(folder: string): readonly CallSite[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(^|[\\/])testing[\\/]/.test(file))
    .sort()
    .flatMap((file) => callSitesIn(join(folder, file)));
}

function callSitesIn(file: string): readonly CallSite[] {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imported = new Set(source.statements.filter(ts.isImportDeclaration).flatMap(gateNames));
  const sites: CallSite[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && imported.has(node.expression.text)) {
      const instead = open[node.expression.text]?.(node.arguments.map((argument) => argument.getText()));
      const [start, end] = [node.getStart(), node.getEnd()];
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      if (instead) sites.push({ file, line, start, end, code: node.getText(), instead });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sites;
}

function gateNames({ moduleSpecifier, importClause }: ts.ImportDeclaration): readonly string[] {
  const from = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
  const named = importClause?.namedBindings;
  if (!/\/(can|scope|view|gate)\.ts$/.test(from) || !named || !ts.isNamedImports(named)) return [];
  return named.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
}
