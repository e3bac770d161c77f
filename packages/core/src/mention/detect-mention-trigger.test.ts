import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectMentionTrigger } from './detect-mention-trigger.ts';
import { mentionedHandles } from './mentioned-handles.ts';

/** `|` is where the cursor stands. */
function at(marked: string) {
  return detectMentionTrigger(marked.replace('|', ''), marked.indexOf('|'));
}

describe('detectMentionTrigger', () => {
  it.each([
    ['@|', { from: 0, query: '' }],
    ['@an|', { from: 0, query: 'an' }],
    ['Ask @ana.l|', { from: 4, query: 'ana.l' }],
    ['x\n@an|\ny', { from: 2, query: 'an' }],
    ['@ana @b|', { from: 5, query: 'b' }],
    [`@${'a'.repeat(60)}|`, { from: 0, query: 'a'.repeat(60) }],
    [`${'x '.repeat(500)}@an|`, { from: 1000, query: 'an' }],
  ])('is one at %j', (marked, trigger) => {
    expect(at(marked)).toEqual(trigger);
  });

  it.each([
    ['@a|na', { from: 0, query: 'a' }],
    ['@|ana', { from: 0, query: '' }],
    ['@ana|-maria', { from: 0, query: 'ana' }],
    ['see @an|a, please', { from: 4, query: 'an' }],
  ])('asks for what stands before the cursor in the middle of a handle: %j', (marked, trigger) => {
    expect(at(marked)).toEqual(trigger);
  });

  it.each([
    ['(@an|', { from: 1, query: 'an' }],
    ['[@an|]', { from: 1, query: 'an' }],
    ['Hi,@an|', { from: 3, query: 'an' }],
    ['Done.@an|', { from: 5, query: 'an' }],
    ['**@an|**', { from: 2, query: 'an' }],
    ['_@an|_', { from: 1, query: 'an' }],
    ['- @an|', { from: 2, query: 'an' }],
    ['> @an|', { from: 2, query: 'an' }],
    ['「@an|」', { from: 1, query: 'an' }],
    ['😀@an|😀', { from: 2, query: 'an' }],
    ['a `b` @an|', { from: 6, query: 'an' }],
  ])('follows punctuation, brackets and signs: %j', (marked, trigger) => {
    expect(at(marked)).toEqual(trigger);
  });

  it.each([
    ['＠an|', { from: 0, query: 'an' }],
    ['＠ａｎ|', { from: 0, query: 'ａｎ' }],
    ['@渡|', { from: 0, query: '渡' }],
    ['@ㄱ|', { from: 0, query: 'ㄱ' }],
    ['@わたn|', { from: 0, query: 'わたn' }],
    ['@jose\u0301|', { from: 0, query: 'jose\u0301' }],
    ['@jose|\u0301', { from: 0, query: 'jose' }],
    ['@علی\u200cر|', { from: 0, query: 'علی\u200cر' }],
    ['\u200f@an|', { from: 1, query: 'an' }],
    ['@𝒜|𝒜', { from: 0, query: '𝒜' }],
    ['𝒜 @|𝒜', { from: 3, query: '' }],
  ])('takes every script, while it is being composed, too: %j', (marked, trigger) => {
    expect(at(marked)).toEqual(trigger);
  });

  it.each([
    ['@Ana L|', { from: 0, query: 'Ana L' }],
    ['@Ana-Maria Lo|pez', { from: 0, query: 'Ana-Maria Lo' }],
    ['＠渡辺\u3000綱|', { from: 0, query: '渡辺\u3000綱' }],
    ['@J. R|', { from: 0, query: 'J. R' }],
  ])('holds one space, as names do: %j', (marked, trigger) => {
    expect(at(marked)).toEqual(trigger);
  });

  it.each(['@ana |', '@ an|', '@ana  l|', '@ana l x|', '@ana\tl|', '@ana\nl|', `@a ${'b'.repeat(59)}|`])(
    'ends behind a second space, a line and 60 characters: %j',
    (marked) => {
      expect(at(marked)).toBeUndefined();
    },
  );

  it.each([
    '|',
    '|@',
    'ana|',
    '@@a|',
    '@＠a|',
    `@${'a'.repeat(61)}|`,
    '@an,|',
    '@😀|',
    '@\ud835|\udc9c',
    'é@a|',
    'jose\u0301@a|',
    'a\u200d@a|',
    '渡辺@|',
    '𝒜@a|',
    'ana@ex|',
    'ana-@ex|',
    'ana@|example.com',
    '@an|a@example.com',
    '@ana@ex|',
    '<ana@ex|ample.com>',
    '@htt|p://x',
  ])('is none at %j', (marked) => {
    expect(at(marked)).toBeUndefined();
  });

  it.each([
    '`@an|`',
    '``a ` @an|``',
    '```\n@an|\n```',
    '```\n@an|',
    '~~~\n\n@an|',
    '    @an|',
    '[@an|](/u)',
    '[x](/u/@an|)',
    '<https://x/@an|>',
    'https://x/@an|',
    'example.com/@an|',
    '[r]: /u/@an|',
    '@ana `b|`',
    '@ana exam|ple.com/x',
  ])('is none in code, links and addresses: %j', (marked) => {
    expect(at(marked)).toBeUndefined();
  });

  it('stays in the text when the cursor does not', () => {
    expect(detectMentionTrigger('@an', 100)).toEqual({ from: 0, query: 'an' });
    expect(detectMentionTrigger('@an', -1)).toBeUndefined();
  });

  const pieces = [
    '@',
    '＠',
    'a',
    'é',
    '\u0301',
    '\u200d',
    '𝒜',
    '.',
    '-',
    '_',
    ' ',
    '\n',
    '`',
    '~~~',
    '    ',
    ', ',
    '(',
    'x.de/',
  ];

  it('offers where a mention is possible: whoever is chosen is mentioned', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), fc.nat(), (parts, where) => {
        const text = parts.join('');
        const cursor = where % (text.length + 1);
        const trigger = detectMentionTrigger(text, cursor);
        if (!trigger) return;
        expect(text.slice(trigger.from + 1, cursor)).toBe(trigger.query);
        expect(mentionedHandles(`${text.slice(0, trigger.from)}@chosen ${text.slice(cursor)}`)).toContain('chosen');
      }),
      { numRuns: 1_000 },
    );
  });

  it('offers wherever a mention ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, '@ana'), { maxLength: 12 }), (parts) => {
        const text = `${parts.join('')} @chosen`;
        const isMentioned = mentionedHandles(text).includes('chosen');
        expect(detectMentionTrigger(text, text.length) !== undefined).toBe(isMentioned);
      }),
      { numRuns: 1_000 },
    );
  });
});
