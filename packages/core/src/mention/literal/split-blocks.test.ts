import { describe, expect, it } from 'vitest';
import { splitBlocks } from './split-blocks.ts';

const blocksOf = (text: string) => splitBlocks(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]);

describe('splitBlocks', () => {
  it.each([
    ['', []],
    ['a\nb', [['paragraph', 'a\nb']]],
    [
      'a\n\n  b\r\n\r\n# c\rd',
      [
        ['paragraph', 'a'],
        ['paragraph', 'b'],
        ['heading', '# c'],
        ['paragraph', 'd'],
      ],
    ],
    [
      '```a\nb\n\n```\nc',
      [
        ['code', '```a'],
        ['code', 'b'],
        ['code', ''],
        ['code', '```'],
        ['paragraph', 'c'],
      ],
    ],
    [
      'a\n===\n    b\n***\nc',
      [
        ['paragraph', 'a'],
        ['code', '    b'],
        ['paragraph', 'c'],
      ],
    ],
    [
      '> a\nb\n\n> c\n> > d',
      [
        ['paragraph', 'a\nb'],
        ['paragraph', 'c'],
        ['paragraph', 'd'],
      ],
    ],
    [
      '- a\n  b\n- c\n\n  d\n\n      e',
      [
        ['paragraph', 'a\n  b'],
        ['paragraph', 'c'],
        ['paragraph', 'd'],
        ['code', '      e'],
      ],
    ],
    [
      '10) a\n\n    b\n-\tc\n\n\td',
      [
        ['paragraph', 'a'],
        ['paragraph', 'b'],
        ['paragraph', 'c'],
        ['paragraph', 'd'],
      ],
    ],
    ['a\n7. b\n-', [['paragraph', 'a\n7. b']]],
    ['a\n7. b\n- ', [['paragraph', 'a\n7. b']]],
    ['a\n7. b\n*', [['paragraph', 'a\n7. b\n*']]],
    [
      'a\n1. b',
      [
        ['paragraph', 'a'],
        ['paragraph', 'b'],
      ],
    ],
    [
      '- ```\n  a\nb',
      [
        ['code', '- ```'],
        ['code', '  a'],
        ['paragraph', 'b'],
      ],
    ],
    ['#a\n####### b\n``` c`', [['paragraph', '#a\n####### b\n``` c`']]],
    [`${'> '.repeat(40)}a`, [['paragraph', `${'> '.repeat(8)}a`]]],
  ])('%j', (text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks);
  });
});
