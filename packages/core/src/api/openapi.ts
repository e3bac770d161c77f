import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { isWithinWorkspace, workspaceHeader } from './choose-workspace.ts';
import { contract } from './contract.ts';
import type { AnyOperation } from './operation.ts';
import { type OperationName, routes } from './routes.ts';
import { workspaceId } from './schemas.ts';
import { statusOf } from './status.ts';

let made: unknown;

/** The API as an OpenAPI 3.1 document, made from the contract. */
export function openapi(): unknown {
  made ??= createDocument({
    openapi: '3.1.1',
    info: {
      title: 'DeskKit',
      version: '1',
      description: 'A help desk that developers build into their own products.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/v1' }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths: paths(),
  });
  return made;
}

function paths(): ZodOpenApiPathsObject {
  const all: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const [method = '', path = ''] = route.split(' ');
    const key = path.replace(/:(\w+)/g, '{$1}');
    all[key] = { ...all[key], [method.toLowerCase()]: describe(name as OperationName) };
  }
  return all;
}

const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    path: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'A problem document (RFC 9457) with a stable code, and the data of that refusal.',
  });

function describe(name: OperationName): ZodOpenApiOperationObject {
  const operation: AnyOperation = contract[name];
  const { summary, path, query, body, callers, takes } = operation;
  const sent =
    takes === 'raw'
      ? { '*/*': { schema: { type: 'string', format: 'binary' } as const } }
      : body && { 'application/json': { schema: body } };
  return {
    operationId: name,
    summary,
    ...(callers.length > 0
      ? { security: [{ token: [] }], description: `For: ${callers.join(', ')}.` }
      : { security: [] }),
    requestParams: {
      ...(path ? { path } : {}),
      ...(query ? { query } : {}),
      ...(isWithinWorkspace(operation) ? { header: workspaceOfHost } : {}),
    },
    ...(sent ? { requestBody: { content: sent } } : {}),
    responses: { [String(operation.status ?? 200)]: success(operation), ...refusals(operation) },
  };
}

function success({ gives, output }: AnyOperation) {
  if (gives === 'stream')
    return {
      description: 'Server-sent events',
      content: { 'text/event-stream': { schema: { type: 'string' } as const } },
    };
  if (gives === 'file')
    return { description: 'The bytes', content: { '*/*': { schema: { type: 'string', format: 'binary' } as const } } };
  return { description: 'Done', content: { 'application/json': { schema: output } } };
}

const workspaceOfHost = z.object({
  [workspaceHeader]: workspaceId
    .optional()
    .meta({ description: 'In which workspace a host acts; of no other caller.' }),
});

function refusals(operation: AnyOperation) {
  const { refusals, callers, path, query, body, takes, again } = operation;
  const codes = [
    ...refusals,
    ...(isWithinWorkspace(operation) ? ['malformed', 'not-found'] : []),
    ...(callers.length > 0 ? ['no-token', 'bad-token', 'forbidden'] : []),
    ...(path ? ['not-found'] : []),
    // A cursor, an id or an `Idempotency-Key` may be malformed even where nothing else can.
    ...(path || query || body || again ? ['malformed'] : []),
    ...(body || takes === 'raw' ? ['too-large', 'unsupported-type'] : []),
    ...(again ? ['idempotency-key-reused'] : []),
    'internal',
    'storage-unavailable',
  ];
  const byStatus = new Map<number, string[]>();
  for (const code of codes) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      String(status),
      { description: [...new Set(ofStatus)].join(', '), content: { 'application/problem+json': { schema: problem } } },
    ]),
  );
}
