import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attributes } from './attribute.ts';
import type { AttributeSchema, AttributeType } from './attribute-schema.ts';
import { fits } from './fits.ts';
import { refuseSchema } from './refuse-schema.ts';
import { type AttributePatch, setAttributes } from './set-attributes.ts';

const schema: AttributeSchema = {
  note: { type: 'text' },
  code: { type: 'text', maxLength: 3 },
  seats: { type: 'number', min: 1, max: 10 },
  balance: { type: 'number' },
  vip: { type: 'yes-no' },
  renewal: { type: 'date' },
  plan: { type: 'choice', options: ['free', 'pro'] },
  constructor: { type: 'yes-no' as const },
};

describe('setAttributes', () => {
  it.each([
    ['nothing', { vip: true }, {}, { vip: true }],
    ['a key', {}, { plan: 'pro' }, { plan: 'pro' }],
    ['another value', { plan: 'free', vip: true }, { plan: 'pro' }, { plan: 'pro', vip: true }],
    ['null', { plan: 'free', vip: true }, { plan: null }, { vip: true }],
    ['null where there is none', { vip: true }, { plan: null }, { vip: true }],
    ['null under a key of an older schema', { old: 1, vip: true }, { old: null }, { vip: true }],
    ['beside a key of an older schema', { old: 1 }, { vip: false }, { old: 1, vip: false }],
    ['beside a value of an older schema', { plan: 'gold' }, { vip: false }, { plan: 'gold', vip: false }],
    ['a key that every object has', {}, { constructor: true }, { constructor: true }],
  ])('sets %s', (_, before, patch, after) => {
    expect(setAttributes(schema, before as Attributes, patch as AttributePatch)).toEqual({ ok: true, value: after });
  });

  it.each([
    ['', 'note', true],
    ['x'.repeat(2_000), 'note', true],
    ['x'.repeat(2_001), 'note', false],
    ['two\nlines 😀', 'note', true],
    ['half \ud83d', 'note', false],
    ['nul \0', 'note', false],
    [1, 'note', false],
    ['abc', 'code', true],
    ['abcd', 'code', false],
    [1, 'seats', true],
    [10, 'seats', true],
    [2.5, 'seats', true],
    [0, 'seats', false],
    [11, 'seats', false],
    ['2', 'seats', false],
    [-1e300, 'balance', true],
    [Number.NaN, 'balance', false],
    [Number.POSITIVE_INFINITY, 'balance', false],
    [false, 'vip', true],
    ['true', 'vip', false],
    [1, 'vip', false],
    ['2028-02-29', 'renewal', true],
    ['2027-02-29', 'renewal', false],
    ['2027-02-28T00:00:00Z', 'renewal', false],
    ['pro', 'plan', true],
    ['Pro', 'plan', false],
    ['', 'plan', false],
    [['pro'], 'plan', false],
    [{}, 'note', false],
    [undefined, 'note', false],
    [true, 'unknown', false],
    [null, 'unknown', false],
    [null, 'toString', false],
    ['x', 'toString', false],
    ['x', 'hasOwnProperty', false],
  ])('takes %j under %j: %j', (value, key, isTaken) => {
    const after = setAttributes(schema, { vip: true }, { vip: false, [key]: value } as AttributePatch);
    if (isTaken) expect(after).toEqual({ ok: true, value: { vip: false, [key]: value } });
    else expect(after).toEqual({ ok: false, refusal: { code: 'attribute-invalid', path: `attributes.${key}` } });
  });

  it('takes `__proto__` for data, and refuses it where the schema does not have it', () => {
    const patch = JSON.parse('{"__proto__": true}') as AttributePatch;
    const refusal = { code: 'attribute-invalid', path: 'attributes.__proto__' };
    expect(setAttributes(schema, {}, patch)).toEqual({ ok: false, refusal });
    const open = JSON.parse('{"__proto__": {"type": "yes-no"}}') as AttributeSchema;
    const after = setAttributes(open, {}, patch);
    expect(JSON.stringify(after)).toBe('{"ok":true,"value":{"__proto__":true}}');
  });

  it('keeps at most 50', () => {
    const keys = Array.from({ length: 51 }, (_, index) => `key-${index}`);
    const wide = Object.fromEntries(keys.map((key) => [key, { type: 'yes-no' } as const]));
    const fifty = Object.fromEntries(keys.slice(0, 50).map((key) => [key, true]));
    const refusal = { code: 'attribute-invalid', path: 'attributes.key-50' };
    expect(setAttributes(wide, fifty, { 'key-50': true })).toEqual({ ok: false, refusal });
    expect(setAttributes(wide, fifty, { 'key-50': true, 'key-0': null }).ok).toBe(true);
    expect(setAttributes(wide, fifty, { 'key-0': false }).ok).toBe(true);
    expect(setAttributes(wide, { ...fifty, old: 1 }, { 'key-0': false }).ok).toBe(true);
  });
});

const keys = ['a', 'b', 'c', 'constructor', '__proto__', 'toString'];
const someType: fc.Arbitrary<AttributeType> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), maxLength: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ type: fc.constant('number' as const), min: fc.constant(0), max: fc.integer({ min: 0, max: 3 }) }),
  fc.constant({ type: 'yes-no' as const }),
  fc.constant({ type: 'date' as const }),
  fc.record({ type: fc.constant('choice' as const), options: fc.constant(['x', 'y']) }),
);
const someValue = fc.constantFrom(null, true, false, 0, 2, 5, 'x', 'y', 'xxxx', 'xxxxx', '2026-01-31');
/** With `__proto__` as a key like others. */
function someOf<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keys), value), { selector: ([key]) => key })
    .map(Object.fromEntries);
}

describe('whatever is set', () => {
  it('changes exactly the keys that are named, when all fit, and else nothing', () => {
    const before = someOf(fc.constantFrom<Attributes[string]>(true, 7, 'x'));
    fc.assert(
      fc.property(someOf(someType), before, someOf(someValue), (schema, before, patch) => {
        const [wasSchema, was] = [JSON.stringify(schema), JSON.stringify(before)];
        const after = setAttributes(schema, before, patch);
        expect([JSON.stringify(schema), JSON.stringify(before)]).toEqual([wasSchema, was]);

        const has = (values: object, key: string) => Object.hasOwn(values, key);
        const bad = Object.entries(patch).find(([key, value]) => {
          const type = has(schema, key) ? schema[key] : undefined;
          if (value === null) return !type && !has(before, key);
          return !type || !fits(type, value);
        });
        if (bad) {
          expect(after).toEqual({ ok: false, refusal: { code: 'attribute-invalid', path: `attributes.${bad[0]}` } });
          return;
        }
        if (!after.ok) throw new Error('Nothing is wrong with it.');
        for (const key of keys) {
          const expected = has(patch, key) ? patch[key] : has(before, key) ? before[key] : null;
          expect(has(after.value, key) ? after.value[key] : null).toBe(expected);
        }
        expect(Object.getPrototypeOf(after.value)).toBe(Object.prototype);
        const isKnown = Object.keys(patch).every((key) => has(schema, key));
        expect(setAttributes(schema, after.value, patch).ok).toBe(isKnown);
        if (isKnown) expect(setAttributes(schema, after.value, patch)).toEqual(after);
      }),
      { numRuns: 1_000 },
    );
  });

  it('can be set by every schema that is not refused', () => {
    fc.assert(
      fc.property(someOf(someType), (schema) => {
        expect(refuseSchema(schema)?.path).toBe(Object.hasOwn(schema, '__proto__') ? '__proto__' : undefined);
        const nothing = Object.fromEntries(Object.keys(schema).map((key) => [key, null]));
        expect(setAttributes(schema, {}, nothing)).toEqual({ ok: true, value: {} });
      }),
      { numRuns: 1_000 },
    );
  });
});
