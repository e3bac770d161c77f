import { openapi } from '@deskkit/core/api';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Described {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, object>> }>>>
  >;
}

const document = openapi() as Described;
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(document, 'api');

/** Literal parts win over parameters, as the router has it. */
const patterns = Object.keys(document.paths)
  .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`) }))
  .sort((one, other) => one.path.split('{').length - other.path.split('{').length);

const validators = new Map<string, ValidateFunction>();

/** What an answer lacks or has too much by the API's own description; empty when it is as described. */
export function faultsOf(
  { method, path }: { readonly method: string; readonly path: string },
  { status, type, json }: { readonly status: number; readonly type: string; readonly json: unknown },
): readonly string[] {
  const found = patterns.find(
    ({ path: one, pattern }) => pattern.test(path) && document.paths[one]?.[method.toLowerCase()],
  );
  // What is no operation is described nowhere: a wrong path, a wrong method, the description itself.
  if (!found || type === '' || status === 304) return [];
  const place = `${method} ${found.path} ${status}`;
  const response = document.paths[found.path]?.[method.toLowerCase()]?.responses[status];
  if (!response) return [`${place} is not described: ${JSON.stringify(json)?.slice(0, 300)}`];
  if (!/json/.test(type)) return [];
  const validate = validators.get(place) ?? ajv.compile({ $ref: `api#${pointer(found.path, method, status, type)}` });
  validators.set(place, validate);
  return validate(json) ? [] : (validate.errors ?? []).map((error) => `${place}${error.instancePath} ${error.message}`);
}

function pointer(path: string, method: string, status: number, type: string): string {
  const steps = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'];
  return `/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
}
