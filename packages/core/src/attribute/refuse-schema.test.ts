import { describe, expect, it } from 'vitest';
import type { AttributeSchema } from './attribute-schema.ts';
import { refuseSchema } from './refuse-schema.ts';

const yesNo = { type: 'yes-no' } as const;

function numbered(count: number): AttributeSchema {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, yesNo]));
}

describe('refuseSchema', () => {
  it.each<[string, AttributeSchema]>([
    ['nothing', {}],
    ['every type', { a: { type: 'text' }, b: { type: 'number' }, c: yesNo, d: { type: 'date' } }],
    ['bounds', { a: { type: 'text', maxLength: 2_000 }, b: { type: 'number', min: -1.5, max: -1.5 } }],
    ['one bound', { a: { type: 'number', min: 5 }, b: { type: 'number', max: -5 } }],
    ['a choice', { plan: { type: 'choice', options: ['free', 'Free', 'é 😀'] } }],
    ['keys of every script', { 'Plan 2': yesNo, größe: yesNo, नाम: yesNo, _x: yesNo, '-': yesNo, constructor: yesNo }],
    ['a key of 64', { ['x'.repeat(64)]: yesNo }],
    ['50 keys', numbered(50)],
  ])('takes %s', (_, schema) => {
    expect(refuseSchema(schema)).toBeUndefined();
  });

  it.each<[string, AttributeSchema, string]>([
    ['an empty key', { '': yesNo }, ''],
    ['a key with a dot', { a: yesNo, 'b.c': yesNo }, 'b.c'],
    ['a key with a space at its end', { 'a ': yesNo }, 'a '],
    ['a key of two lines', { 'a\nb': yesNo }, 'a\nb'],
    ['a key of 65', { ['x'.repeat(65)]: yesNo }, 'x'.repeat(65)],
    ['`__proto__`', JSON.parse('{"__proto__": {"type": "yes-no"}}') as AttributeSchema, '__proto__'],
    ['51 keys', numbered(51), 'key-50'],
    ['a length of none', { a: { type: 'text', maxLength: 0 } }, 'a.maxLength'],
    ['a length of a half', { a: { type: 'text', maxLength: 1.5 } }, 'a.maxLength'],
    ['a length beyond every text', { a: { type: 'text', maxLength: 2_001 } }, 'a.maxLength'],
    ['a least that is no number', { a: { type: 'number', min: Number.NaN } }, 'a.min'],
    ['a most without end', { a: { type: 'number', max: Number.POSITIVE_INFINITY } }, 'a.max'],
    ['a most below the least', { a: { type: 'number', min: 2, max: 1 } }, 'a.max'],
    ['no options', { a: { type: 'choice', options: [] } }, 'a.options'],
    ['101 options', { a: { type: 'choice', options: Array.from({ length: 101 }, String) } }, 'a.options'],
    ['an option twice', { a: { type: 'choice', options: ['x', 'y', 'x'] } }, 'a.options.2'],
    ['an empty option', { a: { type: 'choice', options: ['x', ''] } }, 'a.options.1'],
    ['a long option', { a: { type: 'choice', options: ['x'.repeat(201)] } }, 'a.options.0'],
    ['half an emoji', { a: { type: 'choice', options: ['\ude00'] } }, 'a.options.0'],
    ['an unknown type', JSON.parse('{"a": {"type": "colour"}}') as AttributeSchema, 'a.type'],
  ])('refuses %s', (_, schema, path) => {
    expect(refuseSchema(schema)).toEqual({ code: 'attribute-schema-invalid', path });
  });
});
