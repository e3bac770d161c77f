import type { SeededRandom } from '@deskkit/core/testing';
import { nastyText, nastyValue } from './nasty.ts';

/** As much of a JSON schema as the API's description uses. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

interface DescribedOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Ids that there are, by their prefix. */
export type Known = Readonly<Record<string, readonly string[]>>;

export interface RandomRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A request for any operation of the description: right in most places, and wrong in some. */
export function randomRequest(random: SeededRandom, description: Description, known: Known): RandomRequest {
  const all = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const chosen = all[random.below(all.length)];
  if (!chosen) throw new Error('The description has no operation');
  const { method, operation } = chosen;
  const make = (schema: Schema) => sampleOf(random, schema, description, known, 0);
  const text = (schema: Schema) => String(random.below(6) === 0 ? nastyText(random) : make(schema));
  let path = chosen.path;
  const query = new URLSearchParams();
  for (const { name, in: where, schema } of operation.parameters ?? []) {
    if (where === 'path') path = path.replace(`{${name}}`, encodeSafely(text(schema)));
    else if (random.below(2) === 0) query.append(name, wellFormed(text(schema)));
  }
  if (random.below(25) === 0) query.append(wellFormed(nastyText(random)), wellFormed(nastyText(random)));
  const schema = operation.requestBody?.content['application/json']?.schema;
  const json = schema ? JSON.stringify(random.below(20) === 0 ? nastyValue(random) : make(schema)) : undefined;
  const isRaw = operation.requestBody !== undefined && !schema;
  const body = json === undefined ? (isRaw ? nastyText(random) : undefined) : spoil(random, json);
  const key = random.below(10) === 0 ? { 'idempotency-key': `key-${random.below(5)}` } : {};
  const type = schema ? 'application/json' : 'text/plain';
  return {
    method: method.toUpperCase(),
    path: `/v1${path}${query.size > 0 ? `?${query}` : ''}`,
    headers: { ...(body === undefined ? {} : { 'content-type': type }), ...key },
    body,
  };
}

/** Half a character cannot stand in an address. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}

function encodeSafely(text: string): string {
  return encodeURIComponent(wellFormed(text).slice(0, 1_000)) || '-';
}

/** Sometimes broken off, with a key twice, or of a thousand brackets. */
function spoil(random: SeededRandom, json: string): string {
  switch (random.below(60)) {
    case 0:
      return json.slice(0, random.below(json.length + 1));
    case 1:
      return json.replace(/^\{("[^"]*":)/, '{$1null,$1');
    case 2:
      return '['.repeat(20_000);
    case 3:
      return `${json}${json}`;
    default:
      return json;
  }
}

function sampleOf(
  random: SeededRandom,
  schema: Schema,
  description: Description,
  known: Known,
  depth: number,
): unknown {
  if (random.below(25) === 0) return nastyValue(random);
  const make = (one: Schema) => sampleOf(random, one, description, known, depth + 1);
  if (schema.$ref) return make(description.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return make(union[random.below(union.length)] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[random.below(schema.enum.length)];
  switch (schema.type) {
    case 'object':
      return objectOf(random, schema, make);
    case 'array':
      return Array.from({ length: random.below(depth > 4 ? 1 : 4) }, () => make(schema.items ?? {}));
    case 'integer':
    case 'number':
      return random.below(100);
    case 'boolean':
      return random.below(2) === 0;
    case 'null':
      return null;
    default:
      return textOf(random, schema, known);
  }
}

function objectOf(random: SeededRandom, { properties = {}, required = [] }: Schema, make: (schema: Schema) => unknown) {
  const pairs = Object.entries(properties)
    .filter(([name]) => (required.includes(name) ? random.below(30) > 0 : random.below(2) === 0))
    .map(([name, schema]) => [name, make(schema)] as const);
  const more = random.below(30) === 0 ? [[nastyText(random), nastyValue(random)] as const] : [];
  return Object.fromEntries([...pairs, ...more]);
}

function textOf(random: SeededRandom, { pattern = '', format }: Schema, known: Known): string {
  const prefix = /^\^(\w+)_/.exec(pattern)?.[1];
  if (prefix) {
    const ids = known[prefix] ?? [];
    const id = random.below(8) > 0 ? ids[random.below(ids.length || 1)] : undefined;
    return id ?? `${prefix}_01970000-0000-7000-8000-${String(random.below(1e9)).padStart(12, '0')}`;
  }
  if (format === 'date-time') return new Date(Date.UTC(2026, 1, 1) + random.below(1e9)).toISOString();
  if (format === 'email') return `p${random.below(50)}@example.com`;
  return random.below(4) === 0 ? nastyText(random) : `text ${random.below(1000)}`;
}
