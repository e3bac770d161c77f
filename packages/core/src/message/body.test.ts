import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewOf } from './body.ts';

describe('previewOf', () => {
  it.each([
    ['', ''],
    ['  a\n\n b\t', 'a b'],
    ['one two', 'one …'],
    ['abcde', 'abcde'],
    ['abcdef', 'abcd…'],
    ['😀😀😀😀😀', '😀😀😀😀😀'],
    ['😀😀😀😀😀😀', '😀😀😀😀…'],
    ['\u00a0a\u2003b', 'a b'],
    [`${' '.repeat(100)}far`, 'far'],
    [`${' '.repeat(39)}😀`, '😀'],
    // Cut in the middle of the pair: folding may leave too little to notice that it is too long.
    [`a${' '.repeat(38)}😀`, 'a'],
  ])('makes of %j %j', (text, preview) => {
    expect(previewOf(text, 5)).toBe(preview);
  });

  it('is one line of at most so many characters, without half of one, for every text', () => {
    const pieces = fc.constantFrom(' ', '\n', 'a', '😀', '\u0301', ' '.repeat(7), '👩‍👩‍👧');
    const texts = fc.array(pieces, { maxLength: 200 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 20 }), (text, length) => {
        const preview = previewOf(text, length);
        expect([...preview].length).toBeLessThanOrEqual(length);
        expect(preview).not.toMatch(/\p{Cs}|\s{2}|^\s|[\n\r]/u);
        expect(preview === '').toBe(text.trim() === '');
      }),
      { numRuns: 1_000 },
    );
  });
});
