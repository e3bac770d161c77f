import { describe, expect, it } from 'vitest';
import { contract } from './contract.ts';
import { openapi } from './openapi.ts';
import type { AnyOperation } from './operation.ts';
import { type OperationName, routes } from './routes.ts';
import { statusOf } from './status.ts';

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly unknown[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
}

// As it goes over the wire.
const document = JSON.parse(JSON.stringify(openapi())) as { paths: Record<string, Record<string, Described>> };
const names = Object.keys(routes) as OperationName[];

describe('the OpenAPI document', () => {
  it('has every route, and nothing else', () => {
    const described = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(described.map(({ operationId }) => operationId).sort()).toEqual([...names].sort());
  });

  it.each(names)('describes %s with all that it may refuse', (name) => {
    const [method = '', path = ''] = routes[name].split(' ');
    const operation: AnyOperation = contract[name];
    const described = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    expect(described).toMatchObject({ operationId: name, summary: operation.summary });
    expect(described?.responses).toHaveProperty(String(operation.status ?? 200));
    expect(described?.security.length).toBe(operation.callers.length > 0 ? 1 : 0);
    for (const code of operation.refusals) {
      const codes = described?.responses[String(statusOf(code))]?.description.split(', ');
      expect(codes).toContain(code);
    }
    const inPath = described?.parameters?.filter((one) => one.in === 'path').map((one) => one.name) ?? [];
    expect(inPath).toEqual([...path.matchAll(/:(\w+)/g)].map(([, key]) => key));
  });

  it('points nowhere that is not there', () => {
    const text = JSON.stringify(document);
    const schemas = (document as { components?: { schemas?: object } }).components?.schemas ?? {};
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, key]) => key ?? '');
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((one) => !(one in schemas))).toEqual([]);
  });
});
