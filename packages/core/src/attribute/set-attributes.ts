import { ok, type Result, refuse } from '../shared/result.ts';
import type { Attributes } from './attribute.ts';
import type { AttributeSchema } from './attribute-schema.ts';
import { fits } from './fits.ts';
import { maxAttributes } from './refuse-schema.ts';

/** What is to be set; `null` takes a key away, keys that are not named stay. */
export type AttributePatch = Readonly<Record<string, Attributes[string] | null>>;

/** `path` leads to the bad value from the input on: `attributes.plan`. */
export interface AttributeInvalid {
  readonly code: 'attribute-invalid';
  readonly path: string;
}

/**
 * The attributes after `patch`. Refused with the first value that does not fit, or key that the schema does not have;
 * what was set under an older schema stays, and can be taken away.
 */
export function setAttributes(
  schema: AttributeSchema,
  before: Attributes,
  patch: AttributePatch,
): Result<Attributes, AttributeInvalid> {
  const after = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(patch)) {
    if (!isAllowed(schema, before, key, value)) return invalid(key);
    if (value === null) after.delete(key);
    else after.set(key, value);
  }
  const tooMany = [...after.keys()].slice(maxAttributes).find((key) => !Object.hasOwn(before, key));
  if (tooMany !== undefined) return invalid(tooMany);
  // Not by assignment, which would take `__proto__` for something else.
  return ok(Object.fromEntries(after));
}

function isAllowed(schema: AttributeSchema, before: Attributes, key: string, value: unknown): boolean {
  const type = Object.hasOwn(schema, key) ? schema[key] : undefined;
  if (value === null) return type !== undefined || Object.hasOwn(before, key);
  return type !== undefined && fits(type, value);
}

function invalid(key: string) {
  return refuse({ code: 'attribute-invalid', path: `attributes.${key}` });
}
