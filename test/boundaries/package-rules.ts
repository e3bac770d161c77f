import type { Import } from './read-imports.ts';

const mayUse: Record<string, readonly string[]> = {
  'packages/core': [],
  'packages/server': ['core'],
  'packages/server/site': ['core', 'react-inbox', 'widget'],
  'packages/widget': ['core'],
  'packages/react-inbox': ['core'],
};

/** Says which imports cross from one package to another where they may not. */
export function packageViolations(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to }) => {
    const home = homeOf(from);
    if (home === undefined) return [];

    const name = /^@deskkit\/([^/]+)(\/src\b)?/.exec(to);
    if (name) {
      if (name[2]) return [`${from} imports ${to}: import the package by its name, not its sources`];
      const allowed = mayUse[home];
      const isSelf = home === `packages/${name[1]}`;
      if (isSelf || allowed === undefined || allowed.includes(name[1] ?? '')) return [];
      return [`${from} imports ${to}: ${home} may import ${allowed.join(', ') || 'no other package'}`];
    }
    const isInside = !/^(packages|examples|test|bench)\//.test(to) || folderOf(to) === folderOf(from);
    const isTestSupport = /\.test\.tsx?$/.test(from) && to.startsWith('test/support/');
    return isInside || isTestSupport ? [] : [`${from} reaches into ${to}: import the package by its name`];
  });
}

function homeOf(file: string): string | undefined {
  if (file.startsWith('packages/server/site/')) return 'packages/server/site';
  return folderOf(file);
}

function folderOf(file: string): string | undefined {
  return /^(?:packages|examples)\/[^/]+/.exec(file)?.[0];
}
