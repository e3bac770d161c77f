import type { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../shared/result.ts';
import type { ApiRequest } from './exchange.ts';
import type { AnyOperation } from './operation.ts';

/** The largest JSON body, in bytes: the longest message as escapes, and some room. */
const maxJsonBytes = 1_000_000;

/** One thing that is wrong with the input, and where. */
interface InputError {
  readonly path: string;
  readonly message: string;
}

type Malformed = Refusal & { readonly code: 'malformed'; readonly errors: readonly InputError[] };
type InputRefusal = Malformed | { readonly code: 'too-large' | 'unsupported-type' };

/** Path, query and body of a request, checked and put together. */
export async function readInput(
  operation: AnyOperation,
  request: ApiRequest,
  path: Readonly<Record<string, string>>,
): Promise<Result<Record<string, unknown>, InputRefusal | { readonly code: 'not-found' }>> {
  const fromPath = check(operation.path, path, '');
  // An id of the wrong form is the id of nothing.
  if (!fromPath.ok) return refuse({ code: 'not-found' });
  const fromQuery = check(operation.query, readQuery(request), 'query.');
  if (!fromQuery.ok) return fromQuery;
  if (operation.takes === 'raw' && request.parsed !== undefined) return refuse(tooLate);
  if (!operation.body || operation.takes === 'raw') return ok({ ...fromPath.value, ...fromQuery.value });
  const json = await readJson(request);
  if (!json.ok) return json;
  const fromBody = check(operation.body, json.value, '');
  return fromBody.ok ? ok({ ...fromPath.value, ...fromQuery.value, ...fromBody.value }) : fromBody;
}

const tooLate: Malformed = {
  code: 'malformed',
  errors: [{ path: '', message: 'The host has parsed these bytes already; mount the desk before its body parsers' }],
};

function readQuery({ query }: ApiRequest): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  query.forEach((value, name) => {
    values[name] = name in values ? [values[name], value].flat() : value;
  });
  return { ...values };
}

async function readJson(request: ApiRequest): Promise<Result<unknown, InputRefusal>> {
  const type = request.header('content-type') ?? 'application/json';
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) return refuse({ code: 'unsupported-type' });
  if (request.parsed !== undefined) return ok(request.parsed);
  const bytes = await collect(request.bytes, maxJsonBytes);
  if (!bytes) return refuse({ code: 'too-large' });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return ok(text.trim() === '' ? {} : JSON.parse(text));
  } catch {
    return refuse({ code: 'malformed', errors: [{ path: '', message: 'The body is not JSON in UTF-8' }] });
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) return undefined;
    kept.push(chunk);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of kept) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

function check(
  schema: z.ZodObject | undefined,
  value: unknown,
  prefix: string,
): Result<Record<string, unknown>, Malformed> {
  if (!schema) return ok({});
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const errors = parsed.error.issues.slice(0, 20).flatMap((issue) => {
    const at = `${prefix}${issue.path.join('.')}`;
    if (issue.code !== 'unrecognized_keys') return [{ path: at, message: issue.message }];
    return issue.keys.map((key) => ({
      path: at && !at.endsWith('.') ? `${at}.${key}` : `${at}${key}`,
      message: 'Unknown field',
    }));
  });
  const first = errors[0]?.path;
  return refuse({ code: 'malformed', ...(first ? { path: first } : {}), errors });
}
