import type { Import } from './read-imports.ts';

const core = 'packages/core/src/';

/** Free of zod, so that the client need not have the paths written twice. */
const tablesOfRoutes = [`${core}api/routes.ts`, `${core}api/widget-routes.ts`];

// Each layer may import itself and the ones before it.
const layers: readonly (readonly string[])[] = [
  ['shared', 'web-globals', 'xml-http-request'],
  ['errors'],
  [
    'conversation',
    'message',
    'mention',
    'draft',
    'notification',
    'people',
    'access',
    'assignment',
    'attribute',
    'hours',
    'tag',
    'saved-reply',
    'saved-view',
    'search',
    'job',
    'webhook',
    'workspace',
    'log',
  ],
  ['storage', 'channel', 'signals', 'directory', 'blobs'],
  ['action'],
  ['desk'],
  ['index'],
  ['api', 'client'],
  ['inbox'],
  ['testing'],
];

/** Says which imports inside core point from a lower layer to a higher one, or between the two tops. */
export function layerViolations(imports: readonly Import[]): string[] {
  return insideCore(imports).flatMap(({ from, to, kind }) => {
    const [importer, imported] = [partOf(from), partOf(to)];
    const [above, below] = [layerOf(importer), layerOf(imported)];
    if (above === -1) return [`${from}: ${importer} has no layer yet, give it one in test/boundaries/core-rules.ts`];
    if (below === -1) return [`${from} imports ${to}: ${imported} has no layer yet`];
    if (below > above) return [`${from} imports ${to}: ${imported} stands above ${importer}`];
    const isBetweenTops = importer !== imported && below === above && importer !== 'testing' && isTop(importer);
    const isAllowed = importer === 'client' && (kind === 'type' || tablesOfRoutes.includes(to));
    if (!isBetweenTops || isAllowed) return [];
    return [`${from} imports ${to}: api and client stand side by side (client may take types of api)`];
  });
}

/** Says where zod is imported outside of api, and by which path it would reach who imports the desk or the client. */
export function zodViolations(imports: readonly Import[]): string[] {
  const values = imports.filter(({ from, kind }) => from.startsWith(core) && !isTest(from) && kind === 'value');
  const strays = values
    .filter(({ from, to }) => isZod(to) && partOf(from) !== 'api')
    .map(({ from }) => `${from} imports zod: only api may`);
  const paths = [`${core}index.ts`, `${core}client/index.ts`].flatMap((entry) => {
    const path = findPath(values, entry, isZod);
    return path ? [`${entry} pulls in zod: ${path.join(' → ')}`] : [];
  });
  return [...strays, ...paths];
}

function findPath(imports: readonly Import[], entry: string, isGoal: (file: string) => boolean): string[] | undefined {
  const paths = [[entry]];
  const seen = new Set([entry]);
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    const last = path.at(-1);
    if (last !== undefined && isGoal(last)) return path;
    for (const { from, to } of imports) {
      if (from !== last || seen.has(to)) continue;
      seen.add(to);
      paths.push([...path, to]);
    }
  }
  return undefined;
}

function insideCore(imports: readonly Import[]): Import[] {
  return imports.filter(({ from, to }) => from.startsWith(core) && to.startsWith(core) && !isTest(from));
}

/** The folder, or for a file beside index.ts its name. */
function partOf(file: string): string {
  return file.slice(core.length).replace(/(\/.*|\.d\.ts|\.tsx?)$/, '');
}

function layerOf(part: string): number {
  return layers.findIndex((layer) => layer.includes(part));
}

function isTop(part: string): boolean {
  return part === 'api' || part === 'client';
}

function isZod(specifier: string): boolean {
  return /^zod(\/|$)/.test(specifier);
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}
