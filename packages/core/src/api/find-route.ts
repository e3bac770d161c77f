import { type OperationName, routes } from './routes.ts';

interface Route {
  readonly name: OperationName;
  readonly method: string;
  readonly segments: readonly string[];
}

const table: readonly Route[] = Object.entries(routes).map(([name, route]) => {
  const [method = '', path = ''] = route.split(' ');
  return { name: name as OperationName, method, segments: path.slice(1).split('/') };
});

export type Found =
  | { readonly kind: 'found'; readonly name: OperationName; readonly path: Readonly<Record<string, string>> }
  | { readonly kind: 'other-method'; readonly allow: readonly string[] }
  | { readonly kind: 'nothing' };

/** The operation behind a method and a path below `/v1`. Literal segments win over parameters. */
export function findRoute(method: string, path: string): Found {
  const segments = decode(path);
  if (!segments) return { kind: 'nothing' };
  const fitting = table.filter((route) => fits(route, segments));
  const route = fitting
    .filter((one) => one.method === method)
    .sort((one, other) => parameters(one) - parameters(other))[0];
  if (route) return { kind: 'found', name: route.name, path: parametersOf(route, segments) };
  return fitting.length > 0 ? { kind: 'other-method', allow: fitting.map((one) => one.method) } : { kind: 'nothing' };
}

function decode(path: string): readonly string[] | undefined {
  try {
    return path.replace(/^\//, '').split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function fits({ segments }: Route, given: readonly string[]): boolean {
  return (
    segments.length === given.length &&
    segments.every((segment, index) => segment === given[index] || (segment.startsWith(':') && given[index] !== ''))
  );
}

function parameters({ segments }: Route): number {
  return segments.filter((segment) => segment.startsWith(':')).length;
}

function parametersOf({ segments }: Route, given: readonly string[]): Record<string, string> {
  const named = segments.map((segment, index) => [segment, given[index] ?? ''] as const);
  return Object.fromEntries(
    named.filter(([segment]) => segment.startsWith(':')).map(([name, value]) => [name.slice(1), value]),
  );
}
