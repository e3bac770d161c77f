import type { AttributeSchema, AttributeType } from './attribute-schema.ts';
import { isText, maxTextLength } from './fits.ts';

/** Why a schema cannot be kept; `path` leads to the bad value from the schema on: `plan.options.2`. */
export interface SchemaRefusal {
  readonly code: 'attribute-schema-invalid';
  readonly path: string;
}

/** A conversation or a contact has no more attributes than this. */
export const maxAttributes = 50;
const maxOptions = 100;
const maxOptionLength = 200;

/** The first fault of `schema`, or `undefined` when attributes can be set by it. */
export function refuseSchema(schema: AttributeSchema): SchemaRefusal | undefined {
  for (const [index, [key, type]] of Object.entries(schema).entries()) {
    const path = index >= maxAttributes || !isKey(key) ? key : faultOf(type, key);
    if (path !== undefined) return { code: 'attribute-schema-invalid', path };
  }
  return undefined;
}

/** Letters and digits of any script, `-`, `_` and spaces between them; at most 64. A dot would end it in a path. */
function isKey(key: string): boolean {
  // Assigned to a plain object, that key would be lost.
  return (
    key !== '__proto__' &&
    key.length <= 64 &&
    /^[\p{L}\p{N}_-](?:[\p{L}\p{M}\p{N} _-]*[\p{L}\p{M}\p{N}_-])?$/u.test(key)
  );
}

function faultOf(type: AttributeType, path: string): string | undefined {
  switch (type.type) {
    case 'text': {
      const { maxLength = maxTextLength } = type;
      const isLength = Number.isInteger(maxLength) && maxLength >= 1 && maxLength <= maxTextLength;
      return isLength ? undefined : `${path}.maxLength`;
    }
    case 'number': {
      const { min, max } = type;
      if (min !== undefined && !Number.isFinite(min)) return `${path}.min`;
      const isMost = max === undefined || (Number.isFinite(max) && max >= (min ?? max));
      return isMost ? undefined : `${path}.max`;
    }
    case 'choice':
      return faultOfOptions(type.options, `${path}.options`);
    case 'yes-no':
    case 'date':
      return undefined;
    default:
      return `${path}.type`;
  }
}

function faultOfOptions(options: readonly string[], path: string): string | undefined {
  if (options.length === 0 || options.length > maxOptions) return path;
  const bad = options.findIndex(
    (option, index) => option === '' || !isText(option, maxOptionLength) || options.indexOf(option) !== index,
  );
  return bad === -1 ? undefined : `${path}.${bad}`;
}
