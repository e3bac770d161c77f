import { describe, expect, it } from 'vitest';
import { StorageError } from '../storage/storage-error.ts';
import { expectEqual, expectRejects, only, reasonOf } from './assert.ts';

describe('expectEqual', () => {
  it.each([
    [1, 1],
    [null, null],
    [{ a: 1, b: undefined }, { a: 1 }],
    [
      { a: [1, { b: 'x' }], c: 2 },
      { c: 2, a: [1, { b: 'x' }] },
    ],
    [JSON.parse('{"__proto__":{"x":1}}'), JSON.parse('{"__proto__":{"x":1}}')],
  ])('takes %j for %j', (one, other) => {
    expect(() => expectEqual(one, other)).not.toThrow();
  });

  it.each([
    [1, '1'],
    [null, undefined],
    [null, {}],
    [[], {}],
    [[1], [1, undefined]],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: null }],
    [{}, JSON.parse('{"__proto__":{"x":1}}')],
  ])('tells %j from %j', (one, other) => {
    expect(() => expectEqual(one, other, 'thing')).toThrow(/^thing: expected /);
  });

  it('shows long values in part', () => {
    expect(() => expectEqual('x'.repeat(9_999), '')).toThrow(/^value: expected "", got "x{599}… \(10001 characters\)$/);
  });
});

describe('expectRejects', () => {
  const lost = new StorageError({ code: 'lease-lost', work: 'w' });

  it('answers the reason', async () => {
    expect(await expectRejects(Promise.reject(lost), 'lease-lost')).toEqual({ code: 'lease-lost', work: 'w' });
  });

  it('throws when it was accepted, refused with another code, or failed for another reason', async () => {
    await expect(expectRejects(Promise.resolve(), 'lease-lost')).rejects.toThrow('it was accepted');
    await expect(expectRejects(Promise.reject(lost), 'key-taken')).rejects.toThrow('error code');
    await expect(reasonOf(Promise.reject(new TypeError('no')))).rejects.toThrow(TypeError);
  });
});

describe('only', () => {
  it('gives the one item, and throws for none or more', () => {
    expect(only([7])).toBe(7);
    expect(() => only([])).toThrow('exactly one');
    expect(() => only([1, 2])).toThrow('exactly one');
  });
});
