import { isDay } from '../shared/day.ts';
import type { AttributeType } from './attribute-schema.ts';

/** No text of an attribute is longer, in UTF-16 code units, whatever its schema says. */
export const maxTextLength = 2_000;

/** Whether a value, of which nothing is known, may stand under a key of that type. */
export function fits(type: AttributeType, value: unknown): boolean {
  switch (type.type) {
    case 'text':
      return isText(value, Math.min(type.maxLength ?? maxTextLength, maxTextLength));
    case 'number':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        value >= (type.min ?? Number.NEGATIVE_INFINITY) &&
        value <= (type.max ?? Number.POSITIVE_INFINITY)
      );
    case 'yes-no':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'choice':
      return typeof value === 'string' && type.options.includes(value);
  }
}

/** Whether every storage takes it: text without halves of surrogate pairs and without U+0000. */
export function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength && !/\p{Cs}/u.test(value) && !value.includes('\0');
}
