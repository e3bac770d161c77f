import { describe, expect, it } from 'vitest';
import { type Inline, parseBody } from './parse-markdown.ts';

function inline(text: string): readonly Inline[] {
  const [block] = parseBody({ format: 'markdown', text });
  return block?.kind === 'paragraph' ? block.children : [];
}

const text = (value: string) => ({ kind: 'text', text: value });

describe('markdown', () => {
  it('knows paragraphs, line breaks and blocks of code', () => {
    expect(parseBody({ format: 'markdown', text: 'One\ntwo\n\nThree\n\n```\nfour **\n```\n' })).toEqual([
      { kind: 'paragraph', children: [text('One'), { kind: 'break' }, text('two')] },
      { kind: 'paragraph', children: [text('Three')] },
      { kind: 'code', text: 'four **' },
    ]);
  });

  it('knows bold, italic and code', () => {
    expect(inline('a **b *c*** `d*e*`')).toEqual([
      text('a '),
      { kind: 'strong', children: [text('b '), { kind: 'emphasis', children: [text('c')] }] },
      text(' '),
      { kind: 'code', text: 'd*e*' },
    ]);
  });

  it.each(['2 * 3 * 4', 'snake_case_name', '**not closed', '* a', 'a\\*b\\*'])('leaves %s as words', (given) => {
    expect(inline(given)).toEqual([text(given.replaceAll('\\', ''))]);
  });

  it('makes links of web and mail addresses', () => {
    expect(inline('[docs](https://example.com/a_b) https://example.com/c).')).toEqual([
      { kind: 'link', href: 'https://example.com/a_b', children: [text('docs')] },
      text(' '),
      { kind: 'link', href: 'https://example.com/c', children: [text('https://example.com/c')] },
      text(').'),
    ]);
    expect(inline('[write](mailto:a@example.com)')[0]).toMatchObject({ href: 'mailto:a@example.com' });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//example.com', 'JaVaScRiPt:x'])(
    'makes no link to %s',
    (target) => {
      expect(inline(`[x](${target})`)).toEqual([text(`[x](${target})`)]);
    },
  );

  it('reads plain text as it is, with its links', () => {
    expect(parseBody({ format: 'text', text: '**a** _b_\nhttps://example.com/x_y' })).toEqual([
      {
        kind: 'paragraph',
        children: [
          text('**a** _b_'),
          { kind: 'break' },
          { kind: 'link', href: 'https://example.com/x_y', children: [text('https://example.com/x_y')] },
        ],
      },
    ]);
  });
});
