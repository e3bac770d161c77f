import { describe, expect, it } from 'vitest';
import { readColour } from './colour.ts';
import { readName } from './name.ts';

describe('a name', () => {
  it.each([
    ['Refund', 'Refund'],
    ['  Refund\n', 'Refund'],
    ['Jose\u0301', 'Jos\u00e9'],
    ['退款 🎉', '退款 🎉'],
    ['', undefined],
    [' \t ', undefined],
    ['a\u0000b', undefined],
    ['a\nb', undefined],
    ['half \ud83d', undefined],
    ['x'.repeat(200), 'x'.repeat(200)],
    ['x'.repeat(201), undefined],
  ])('%j is kept as %j', (text, expected) => {
    expect(readName(text)).toBe(expected);
  });
});

describe('a colour', () => {
  it.each([
    ['#B45309', '#b45309'],
    ['#b45309', '#b45309'],
    ['b45309', undefined],
    ['#fff', undefined],
    ['#b45309 ', undefined],
    ['#gggggg', undefined],
    ['red', undefined],
  ])('%j is kept as %j', (text, expected) => {
    expect(readColour(text)).toBe(expected);
  });
});
